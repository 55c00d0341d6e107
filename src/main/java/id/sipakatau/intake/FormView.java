package id.sipakatau.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sipakatau.city.Agency;
import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kecamatan;
import id.sipakatau.city.Kelurahan;
import id.sipakatau.city.Kind;
import id.sipakatau.city.Requirement;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Place;
import id.sipakatau.identity.Reporter;
import id.sipakatau.web.Page;
import io.quarkus.qute.RawString;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The form as a page shows it.
 *
 * @param typed what stands in the fields
 * @param openAgency agency whose categories stand open
 * @param notice what is said above the form, if nothing is wrong with a field
 * @param errors what is wrong, in words, by field in the order of the screen
 * @param photos names of the photos that wait from an earlier try
 * @param lostPhotos how many photos could not be kept for this try
 * @param check what to look at before sending; none if the form is not ready, or there is nothing
 */
record FormView(
        FilingForm typed,
        City city,
        Page page,
        @Nullable String openAgency,
        @Nullable String notice,
        Map<String, String> errors,
        List<WaitingPhoto> photos,
        int lostPhotos,
        @Nullable Check check) {

    private static final RawString SIGNS = forScript(Sign.rules());

    /** A photo from an earlier try; its place among them counts from 1. */
    record WaitingPhoto(int ordinal, String name) {}

    /** A kecamatan with its kelurahan, for the list to choose from. */
    record Area(Kecamatan kecamatan, List<Kelurahan> kelurahan) {}

    static FormView of(FilingForm typed, City city, Page page) {
        var agency = city.category(TypedText.line(typed.category())).map(Category::agencyId);
        return new FormView(typed, city, page, agency.orElse(null), null, Map.of(), List.of(), 0, null);
    }

    FormView opening(@Nullable String agency) {
        return openAgency != null || agency == null
                ? this
                : new FormView(typed, city, page, agency, notice, errors, photos, lostPhotos, check);
    }

    FormView saying(String words) {
        return new FormView(typed, city, page, openAgency, words, errors, photos, lostPhotos, check);
    }

    FormView with(List<Fault> faults) {
        var words = new LinkedHashMap<String, String>();
        faults.forEach(fault -> words.putIfAbsent(fault.field(), fault.words(page)));
        return new FormView(typed, city, page, openAgency, notice, words, photos, lostPhotos, check);
    }

    FormView waiting(List<SentPhoto> kept, int lost) {
        var names = IntStream.range(0, kept.size())
                .mapToObj(i -> new WaitingPhoto(i + 1, kept.get(i).fileName()))
                .toList();
        return new FormView(typed, city, page, openAgency, notice, errors, names, lost, check);
    }

    FormView checking(Check found) {
        return new FormView(typed, city, page, openAgency, notice, errors, photos, lostPhotos, found);
    }

    /** For the script: what to look for in the words. */
    public RawString signs() {
        return SIGNS;
    }

    /** For the script: which words offer the lane for emergencies. */
    public RawString urgentWords() {
        return forScript(new UrgentWords(city).rules());
    }

    /** Id and key of the call that a page without scripts offers. */
    public String newLot() {
        return UUID.randomUUID().toString();
    }

    public Locale locale() {
        return page.locale();
    }

    public List<Kind> kinds() {
        return List.of(Kind.values());
    }

    /** A form that says nothing sensible stands at the complaint. */
    public boolean isChosen(Kind kind) {
        return kind == typed.said().orElse(Kind.COMPLAINT);
    }

    /** In the city's order; while its emergency mode is active those that deal with emergencies first. */
    public List<Agency> agencies() {
        return page.inEmergency()
                ? city.agencies().stream()
                        .sorted(Comparator.comparing((Agency agency) -> !dealsWithEmergencies(agency)))
                        .toList()
                : city.agencies();
    }

    private boolean dealsWithEmergencies(Agency agency) {
        return city.categories(agency.id()).stream().anyMatch(Category::emergency);
    }

    /** Likewise in the city's order, or emergencies first. */
    public List<Category> categories(Agency agency) {
        var categories = city.categories(agency.id());
        return page.inEmergency()
                ? categories.stream()
                        .sorted(Comparator.comparing((Category category) -> !category.emergency()))
                        .toList()
                : categories;
    }

    /** When the form was made: the promises on it are counted from then. */
    public Instant made() {
        return Instant.now();
    }

    /** By when a complaint of that category that is sent now is promised to be dealt with. */
    public Instant promise(Category category) {
        return Promise.of(Kind.COMPLAINT, category, made(), city).resolvedBy();
    }

    /** The same for a wish or a question, whatever it is about. */
    public Instant promise(Kind kind) {
        var any = city.categories().stream()
                .filter(category -> !category.emergency())
                .findFirst()
                .orElseThrow();
        return Promise.of(kind, any, made(), city).resolvedBy();
    }

    public boolean isOpen(Agency agency) {
        return agency.id().equals(openAgency);
    }

    public boolean isChosen(Category category) {
        return category.id().equals(typed.category());
    }

    public boolean isChosen(Kelurahan kelurahan) {
        return kelurahan.code().equals(typed.kelurahan());
    }

    /** For the script: which steps a category needs. */
    public String needs(Requirement requirement) {
        return requirement.name().toLowerCase(Locale.ROOT);
    }

    public String words(Category category) {
        return category.words().stream().collect(Collectors.joining("|"));
    }

    public List<Area> areas() {
        return city.areas().kecamatan().stream()
                .map(kecamatan -> new Area(kecamatan, city.areas().kelurahanOf(kecamatan.code())))
                .toList();
    }

    public boolean anonymous() {
        return FilingForm.isOn(typed.anonymous());
    }

    public boolean confidential() {
        return FilingForm.isOn(typed.confidential());
    }

    /** What is wrong with a field, in words. */
    public @Nullable String error(String field) {
        return errors.get(field);
    }

    public int longestDescription() {
        return Complaint.LONGEST_DESCRIPTION;
    }

    public int longestAddress() {
        return Place.LONGEST_ADDRESS;
    }

    public int longestName() {
        return Reporter.LONGEST_NAME;
    }

    public int longestContact() {
        return Reporter.LONGEST_CONTACT;
    }

    public int mostPhotos() {
        return Examined.MOST;
    }

    public String emergencyNumber() {
        return city.emergencyNumbers().getFirst().number();
    }

    /** Element to which an error in the summary leads. */
    public String anchor(String field) {
        return switch (field) {
            case "kind", "category", "id" -> "langkah-hal";
            case "photos" -> "langkah-foto";
            case "position", "positionSource" -> "kelurahan";
            default -> field;
        };
    }

    private static RawString forScript(Object rules) {
        try {
            return new RawString(new ObjectMapper().writeValueAsString(rules).replace("<", "\\u003c"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
