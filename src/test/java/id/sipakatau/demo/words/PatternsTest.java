package id.sipakatau.demo.words;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.city.folder.CityFolder;
import id.sipakatau.complaint.DismissalReason;
import id.sipakatau.complaint.Outcome;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PatternsTest {

    private static final City CITY = new CityFolder(Path.of("city/makassar")).read();
    private static final Writer WRITER = new Writer(CITY);
    private static final Neighbourhoods NEIGHBOURHOODS = new Neighbourhoods(CITY);
    private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 1, 14, 9, 30);

    private static final List<Pattern> PERSONAL_DATA = List.of(
            Pattern.compile("(?<!\\d)(\\+62|62|0)8\\d{7,}"),
            Pattern.compile("\\d{8,}"),
            Pattern.compile("[\\w.]+@[\\w.]+\\.\\w+"),
            Pattern.compile("https?://|www\\."),
            Pattern.compile("\\b(DD|DP|DW|B|L) ?\\d{3,4} ?[A-Z]{2,3}\\b"),
            Pattern.compile("(?i)\\b(nik|no\\.? ?(hp|wa|rek)) ?[:.]? ?\\d"),
            Pattern.compile("(?i)\\b(bernama|nama saya|atas nama|a\\.n\\.)\\b"));

    @Test
    void every_category_has_sentences_and_every_group_of_sentences_has_its_category() {
        for (var agency : CITY.agencies()) {
            var groups = new HashSet<>(PatternFile.read(agency.id() + ".txt").groups());
            groups.remove("detail");
            var categories =
                    CITY.categories(agency.id()).stream().map(Category::id).collect(Collectors.toSet());
            assertThat(groups).as(agency.id()).isEqualTo(categories);
        }
    }

    @Test
    void each_agency_has_at_least_300_different_sentences_about_its_matters() {
        for (var agency : CITY.agencies()) {
            var sentences = CITY.categories(agency.id()).stream()
                    .flatMap(category -> PatternFile.read(agency.id() + ".txt").group(category.id()).stream())
                    .map(id.sipakatau.demo.words.Pattern::text)
                    .toList();
            assertThat(sentences)
                    .as(agency.id())
                    .hasSizeGreaterThanOrEqualTo(300)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void every_agency_can_say_how_it_begins_and_how_it_ends_each_matter() {
        var random = new SplittableRandom(1);
        for (var category : CITY.categories()) {
            var around = around(random);
            for (var kind : Kind.values()) {
                assertThat(WRITER.start(kind, category, around, random)).isNotBlank();
                for (var outcome : Outcome.values()) {
                    assertThat(WRITER.finish(kind, category, outcome, around, random))
                            .isNotBlank()
                            .doesNotContain("{");
                }
            }
        }
        for (var reason : DismissalReason.values()) {
            assertThat(WRITER.unfit(reason, around(random), random)).isNotBlank();
            assertThat(WRITER.dismissal(reason, around(random), random)).isNotBlank();
        }
    }

    @Test
    void every_agency_gets_wishes_and_questions() {
        var random = new SplittableRandom(2);
        for (var agency : CITY.agencies()) {
            for (var kind : List.of(Kind.ASPIRATION, Kind.INFORMATION)) {
                var category = CITY.categories(agency.id()).getFirst();
                assertThat(WRITER.wishOrQuestion(kind, category, around(random), random))
                        .isNotBlank()
                        .doesNotContain("{");
            }
        }
    }

    @Test
    void a_hand_over_names_two_categories_of_different_agencies() {
        var handedOver = CITY.categories().stream()
                .filter(category -> WRITER.handedOverTo(category).isPresent())
                .toList();
        assertThat(handedOver).hasSizeGreaterThan(5);
        for (var from : handedOver) {
            var to = CITY.category(WRITER.handedOverTo(from).orElseThrow()).orElseThrow();
            assertThat(to.agencyId()).isNotEqualTo(from.agencyId());
        }
        var groups = PatternFile.read("petugas.txt").groups();
        assertThat(groups.stream().filter(group -> group.startsWith("handover ")))
                .hasSize(handedOver.size());
    }

    @Test
    void no_pattern_holds_a_telephone_number_an_address_a_plate_or_a_name() {
        for (var file : files()) {
            for (var line : PatternFile.lines(file)) {
                for (var forbidden : PERSONAL_DATA) {
                    assertThat(line).as(file).doesNotContainPattern(forbidden);
                }
            }
        }
    }

    @Test
    void ten_thousand_complaints_hardly_repeat_each_other_and_hold_no_personal_data() {
        var random = new SplittableRandom(5);
        var texts = Stream.generate(() -> {
                    var category = CITY.categories()
                            .get(random.nextInt(CITY.categories().size()));
                    return WRITER.complaint(category, around(random), random);
                })
                .limit(10_000)
                .toList();
        assertThat(new HashSet<>(texts)).hasSizeGreaterThan(9_000);
        for (var text : texts) {
            assertThat(text).isNotBlank().doesNotContain("{").doesNotContain("}");
            assertThat(text.codePoints()).allMatch(PatternsTest::isPlain);
            assertThat(text.length()).isLessThan(600);
            for (var forbidden : PERSONAL_DATA) {
                assertThat(text).doesNotContainPattern(forbidden);
            }
        }
    }

    @Test
    void some_write_in_english_and_some_in_the_particles_of_makassar() {
        var random = new SplittableRandom(6);
        var toTourism = CITY.categories("pariwisata");
        var texts = Stream.generate(
                        () -> WRITER.complaint(toTourism.get(random.nextInt(toTourism.size())), around(random), random))
                .limit(2_000)
                .toList();
        assertThat(texts.stream().filter(text -> text.contains(" the ")).count())
                .isBetween(100L, 700L);
        var makassar = Pattern.compile("\\b(mi|ji|ki|kodong|tawwa|iye|tabe)\\b", Pattern.CASE_INSENSITIVE);
        var all = CITY.categories();
        assertThat(Stream.generate(() -> WRITER.complaint(all.get(random.nextInt(all.size())), around(random), random))
                        .limit(2_000)
                        .filter(text -> makassar.matcher(text).find())
                        .count())
                .isBetween(120L, 900L);
    }

    @Test
    void every_kecamatan_has_main_streets() {
        for (var kecamatan : CITY.areas().kecamatan()) {
            assertThat(NEIGHBOURHOODS.streetsOf(kecamatan.code()))
                    .as(kecamatan.name())
                    .hasSizeGreaterThanOrEqualTo(3);
        }
    }

    private static Surroundings around(SplittableRandom random) {
        var kelurahan = CITY.areas()
                .kelurahan()
                .get(random.nextInt(CITY.areas().kelurahan().size()));
        return NEIGHBOURHOODS.around(kelurahan, kelurahan.inside(), true, MOMENT, random);
    }

    private static List<String> files() {
        return Stream.concat(
                        CITY.agencies().stream().map(agency -> agency.id() + ".txt"),
                        Stream.of(
                                "bersama.txt",
                                "usul-tanya.txt",
                                "ditolak.txt",
                                "petugas.txt",
                                "percakapan.txt",
                                "tempat.txt"))
                .toList();
    }

    /** Letters, digits, ordinary punctuation and the few emoji that the patterns use. */
    private static boolean isPlain(int character) {
        return character >= 0x20 && character < 0x7f || character >= 0x1F300 && character <= 0x1FAFF;
    }
}
