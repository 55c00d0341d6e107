package id.sipakatau.intake;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.complaint.Headline;
import id.sipakatau.complaint.Place;
import id.sipakatau.complaint.Progress;
import id.sipakatau.complaint.SimilarComplaints;
import id.sipakatau.complaint.SimilarComplaints.Similar;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Similar complaints as the form shows them. An emergency is not held up by any. */
@ApplicationScoped
class SimilarCards {

    /** @param metres from the place of the form; none where that is an area */
    record Card(
            String number,
            String title,
            Kind kind,
            Progress progress,
            Instant at,
            @Nullable Double metres,
            long supporters,
            @Nullable String thumbnail) {}

    private final SimilarComplaints complaints;
    private final Jdbi jdbi;
    private final PhotoVault vault;
    private final City city;

    SimilarCards(SimilarComplaints complaints, Jdbi jdbi, PhotoVault vault, City city) {
        this.complaints = complaints;
        this.jdbi = jdbi;
        this.vault = vault;
        this.city = city;
    }

    List<Card> of(Kind kind, Category category, Place place) {
        if (category.emergency() || !category.publishable()) {
            return List.of();
        }
        if (place.position() != null) {
            return cards(kind, complaints.near(kind, category, place.position()));
        }
        return place.kelurahan() == null ? List.of() : cards(kind, complaints.in(kind, category, place.kelurahan()));
    }

    /** What the form holds by now; nothing while its kind, category or place can't be read. */
    List<Card> of(FilingForm form) {
        var category = city.category(TypedText.line(form.category())).orElse(null);
        var kind = form.said().orElse(null);
        if (kind == null || category == null) {
            return List.of();
        }
        return of(kind, category, new PlaceReading(form, city, kind, category, new ArrayList<>()).place());
    }

    private List<Card> cards(Kind kind, List<Similar> similar) {
        if (similar.isEmpty()) {
            return List.of();
        }
        var photos = jdbi.withHandle(
                handle -> vault.of(handle, similar.stream().map(Similar::id).toList()));
        return similar.stream()
                .map(each -> card(kind, each, photos.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private static Card card(Kind kind, Similar similar, List<Photo> photos) {
        var thumbnail = photos.stream()
                .filter(photo -> photo.role() == Photo.Role.REPORT)
                .findFirst()
                .map(photo -> "/foto/" + photo.id() + "/thumbnail.jpg");
        return new Card(
                similar.number().text(),
                Headline.of(similar.description()),
                kind,
                similar.progress(),
                similar.receivedAt(),
                similar.metres(),
                similar.supporters(),
                thumbnail.orElse(null));
    }
}
