package id.sipakatau.testing;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.city.Position;
import id.sipakatau.complaint.Channel;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.DismissalReason;
import id.sipakatau.complaint.Filing;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.Place;
import id.sipakatau.complaint.PositionSource;
import id.sipakatau.complaint.Proof;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.evidence.CameraPhoto;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.evidence.PhotoVault.Intake;
import id.sipakatau.evidence.Proofs;
import id.sipakatau.identity.Reporter;
import id.sipakatau.journal.Actor;
import io.quarkus.arc.Arc;
import java.io.ByteArrayInputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Complaints in any state, made in a running program as people make them; each call makes another one. */
public final class Stories {

    public static final Reporter REPORTER = new Reporter("Pelapor Contoh", "0800-000-000");

    /** Stands in all that reporter and agency write to each other. */
    public static final String PRIVATE = "hanya-untuk-berdua";

    private static final Actor ADMINISTRATOR = Actor.administrator(UUID.randomUUID());

    private Stories() {}

    /** A complaint with a photo that waits for the administrator. */
    public static Receipt pending(Category category, String description, Complaint.Privacy privacy) {
        return pending(Kind.COMPLAINT, category, description, privacy);
    }

    /** A wish or a question that waits for the administrator. */
    public static Receipt pending(Kind kind, String description) {
        return pending(kind, ordinary(), description, new Complaint.Privacy(false, false));
    }

    private static Receipt pending(Kind kind, Category category, String description, Complaint.Privacy privacy) {
        var digest = new byte[32];
        new SecureRandom().nextBytes(digest);
        var place = new Place(
                new Position(-5.1339, 119.4056), 12.0, PositionSource.GPS, "di samping benteng", "73.71.04.1003");
        var filing = new Filing(
                UUID.randomUUID(),
                Channel.APP,
                kind,
                category,
                description,
                place,
                privacy,
                REPORTER,
                digest,
                List.of());
        return file(filing);
    }

    /** Files a complaint with a photo of its place. */
    public static Receipt file(Filing filing) {
        var vault = bean(PhotoVault.class);
        var photo = CameraPhoto.taken(Instant.now().minusSeconds(180), -5.1340, 119.4058, 800);
        var kept = (Intake.Kept) vault.prepare(
                new ByteArrayInputStream(photo),
                Photo.Source.CAMERA,
                bean(City.class).zone());
        return bean(Complaints.class)
                .file(
                        filing,
                        (transaction, complaint) ->
                                vault.attach(transaction, complaint.id(), Photo.Role.REPORT, 0, kept.photo()));
    }

    public static Receipt pending(String description) {
        return pending(ordinary(), description, new Complaint.Privacy(false, false));
    }

    /** Lets the full file of a complaint's photo come after its validation. */
    public static Photo detail(Receipt receipt) {
        var vault = bean(PhotoVault.class);
        var full = (Intake.Kept) vault.prepare(
                new ByteArrayInputStream(CameraPhoto.taken(Instant.now(), -5.1340, 119.4058, 1200)),
                Photo.Source.CAMERA,
                bean(City.class).zone());
        return bean(Jdbi.class).inTransaction(transaction -> {
            var id = now(receipt).id();
            var copy = vault.of(transaction, id).getFirst();
            vault.awaitFull(transaction, id, List.of(copy.original()));
            vault.attachDetail(transaction, copy, full.photo());
            return vault.withDetails(transaction, id).getLast();
        });
    }

    /** Dismisses all that waits for an administrator, so that what comes next stands in the part of the queue that shows. */
    public static void emptyQueue() {
        var complaints = bean(Complaints.class);
        var waiting = bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery(
                                "SELECT tracking_number FROM complaint WHERE validation = 'PENDING'")
                        .mapTo(String.class)
                        .list());
        for (var number : waiting) {
            var complaint = complaints.find(new TrackingNumber(number)).orElseThrow();
            complaints.change(
                    complaint.id(),
                    complaint.version(),
                    ADMINISTRATOR,
                    (each, now) -> each.dismiss(ADMINISTRATOR, now, DismissalReason.TEST, "Dari tes sebelumnya."));
        }
    }

    /** Takes a complaint through the administrator. */
    public static Complaint accepted(Receipt receipt) {
        var before = now(receipt);
        return bean(Complaints.class)
                .change(
                        before.id(),
                        before.version(),
                        ADMINISTRATOR,
                        (complaint, now) -> complaint.accept(ADMINISTRATOR, now, bean(City.class)));
    }

    /** Takes an accepted complaint to "sedang diproses". */
    public static Complaint started(Complaint before) {
        var operator = operatorOf(before);
        return bean(Complaints.class)
                .change(
                        before.id(),
                        before.version(),
                        operator,
                        (complaint, now) -> complaint.start(operator, now, "Petugas sedang menuju lokasi."));
    }

    /** Hands an accepted complaint over to another agency. */
    public static Complaint handedOver(Complaint before, String agency) {
        var operator = operatorOf(before);
        return bean(Complaints.class)
                .change(
                        before.id(),
                        before.version(),
                        operator,
                        (complaint, now) -> complaint.handOver(
                                operator, now, ordinary(agency).id(), "Bukan urusan kami.", bean(City.class)));
    }

    /** Lets the agency of a complaint ask its reporter something. */
    public static Complaint asked(Complaint before) {
        var operator = operatorOf(before);
        return bean(Complaints.class)
                .change(
                        before.id(),
                        before.version(),
                        operator,
                        (complaint, now) -> complaint.ask(operator, now, "Tumpukannya di sisi mana? " + PRIVATE));
    }

    /** Lets the reporter answer, with a photo. */
    public static Complaint answered(Complaint asked) {
        return bean(Complaints.class)
                .change(
                        asked.id(),
                        asked.version(),
                        Actor.REPORTER,
                        (complaint, now) ->
                                complaint.reply(Actor.REPORTER, now, "Di sisi utara. " + PRIVATE, 1, bean(City.class)),
                        photo(Photo.Role.ANSWER));
    }

    /** Lets the reporter of a finished complaint say that it is not done, with a photo. */
    public static Complaint contested(Complaint finished) {
        return bean(Complaints.class)
                .change(
                        finished.id(),
                        finished.version(),
                        Actor.REPORTER,
                        (complaint, now) ->
                                complaint.contest(Actor.REPORTER, now, "Masih ada. " + PRIVATE, 1, bean(City.class)),
                        photo(Photo.Role.CONTEST));
    }

    /** Lets the reporter of a finished complaint give it five stars. */
    public static Complaint praised(Complaint finished) {
        return bean(Complaints.class)
                .change(
                        finished.id(),
                        finished.version(),
                        Actor.REPORTER,
                        (complaint, now) -> complaint.confirm(Actor.REPORTER, now, 5, "Terima kasih. " + PRIVATE));
    }

    private static Complaints.Beside photo(Photo.Role role) {
        var vault = bean(PhotoVault.class);
        var kept = (Intake.Kept) vault.prepare(
                new ByteArrayInputStream(CameraPhoto.taken(Instant.now(), -5.1341, 119.4057, 900)),
                Photo.Source.UNKNOWN,
                bean(City.class).zone());
        return (transaction, complaint) -> vault.attach(transaction, complaint.id(), role, 0, kept.photo());
    }

    /** Puts a photo to a started complaint, as a proof of which something was found: it is old and of elsewhere. */
    public static Complaint doubted(Complaint started) {
        var old = CameraPhoto.taken(Instant.now().minusSeconds(3 * 86_400), -5.1509, 119.4056, 1000);
        return proven(started, old);
    }

    /** Puts a photo of the gallery to a started complaint, as a proof that waits for the work to be finished. */
    public static Complaint proven(Complaint started, byte[] file) {
        var kept = (Intake.Kept) bean(PhotoVault.class)
                .prepare(
                        new ByteArrayInputStream(file),
                        Photo.Source.GALLERY,
                        bean(City.class).zone());
        var place = started.place();
        var expected = new Proofs.Expected(place.position(), place.accuracyMetres(), true);
        bean(Jdbi.class)
                .useTransaction(
                        transaction -> bean(Proofs.class).add(transaction, started.id(), kept.photo(), expected));
        return started;
    }

    /** Takes a complaint with proofs of which something was found to "telah diproses". */
    public static Complaint finishedInSpite(Complaint doubted) {
        var operator = operatorOf(doubted);
        var proofs = bean(Proofs.class);
        var waiting = bean(Jdbi.class).withHandle(handle -> proofs.waiting(handle, doubted.id()));
        return bean(Complaints.class)
                .change(
                        doubted.id(),
                        doubted.version(),
                        operator,
                        (complaint, now) -> complaint.finish(
                                operator,
                                now,
                                Outcome.RESOLVED,
                                "Sudah dibereskan.",
                                Proof.of(waiting.size(), List.of("OLD"), "Ponsel petugas rusak. " + PRIVATE),
                                bean(City.class)),
                        (transaction, complaint) -> proofs.accept(transaction, complaint.id(), waiting));
    }

    /** Takes a started complaint to "telah diproses". */
    public static Complaint finished(Complaint before) {
        var operator = operatorOf(before);
        var outcome = Outcome.of(before.subject().kind()).getFirst();
        return bean(Complaints.class)
                .change(
                        before.id(),
                        before.version(),
                        operator,
                        (complaint, now) -> complaint.finish(
                                operator, now, outcome, "Sudah dibereskan sore ini.", Proof.of(1), bean(City.class)));
    }

    /** A category whose completion is approved by a head before it counts. */
    public static Category approved() {
        return bean(City.class).category("limbah-bau").orElseThrow();
    }

    /** Takes a started complaint whose completion is approved to where it waits for that. */
    public static Complaint proposed(Complaint before, String words) {
        var operator = operatorOf(before);
        return bean(Complaints.class)
                .change(
                        before.id(),
                        before.version(),
                        operator,
                        (complaint, now) -> complaint.propose(
                                operator, now, Outcome.ANSWERED, words, Proof.of(0), bean(City.class)));
    }

    /** Its agency asks the administrator whose it is. */
    public static Complaint disputed(Complaint before) {
        var operator = operatorOf(before);
        return bean(Complaints.class)
                .change(
                        before.id(),
                        before.version(),
                        operator,
                        (complaint, now) -> complaint.dispute(operator, now, "Ini bukan tugas kami."));
    }

    /** Its agency asks another one to do its part. */
    public static Complaint involved(Complaint before, String agency, String words) {
        var operator = operatorOf(before);
        return bean(Complaints.class)
                .change(
                        before.id(),
                        before.version(),
                        operator,
                        (complaint, now) -> complaint.involve(
                                operator, now, ordinary(agency).id(), words, bean(City.class)));
    }

    /** The part of an agency in a complaint. */
    public static Complaint part(Complaint whole, String agency) {
        return bean(Complaints.class).parts(whole.id()).stream()
                .filter(part -> part.subject().agency().equals(agency))
                .findFirst()
                .orElseThrow();
    }

    /** Makes a complaint confidential after all. */
    public static Complaint shielded(Complaint before) {
        return bean(Complaints.class)
                .change(
                        before.id(),
                        before.version(),
                        ADMINISTRATOR,
                        (complaint, now) -> complaint.shield(ADMINISTRATOR, now, false, true));
    }

    public static Complaint now(Receipt receipt) {
        return bean(Complaints.class).find(receipt.trackingNumber()).orElseThrow();
    }

    /** A public category of the cleanliness agency that is no emergency. */
    public static Category ordinary() {
        return ordinary("kebersihan");
    }

    /** A public category of an agency that is no emergency. */
    public static Category ordinary(String agency) {
        return bean(City.class).categories(agency).stream()
                .filter(category -> category.publishable() && !category.emergency())
                .findFirst()
                .orElseThrow();
    }

    private static Actor operatorOf(Complaint complaint) {
        return Actor.operator(UUID.randomUUID(), complaint.subject().agency());
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
