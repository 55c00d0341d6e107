package id.sipakatau.privacy;

import static io.restassured.RestAssured.given;

import id.sipakatau.city.Position;
import id.sipakatau.complaint.Channel;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.Filing;
import id.sipakatau.complaint.Place;
import id.sipakatau.complaint.PositionSource;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.identity.AccountComplaints;
import id.sipakatau.identity.Reporter;
import id.sipakatau.identity.TestCitizen;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.journal.Actor;
import id.sipakatau.testing.Stories;
import io.quarkus.arc.Arc;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/**
 * A complaint by whose marks each of its facts is found again, wherever it turns up.
 *
 * @param number its tracking number
 * @param secret the secret of its reporter's page
 * @param photo the id of its photo
 * @param accountCookie of a session of the citizen who keeps it in their account
 * @param marks words by which a fact is recognized in a page; each belongs to this complaint alone
 */
record Specimen(String number, String secret, String photo, String accountCookie, Map<Fact, String> marks) {

    private static final AtomicInteger MADE = new AtomicInteger();

    /** The switches with which a complaint was sent, and whether an administrator has accepted it. */
    enum Kind {
        OPEN("neither switch", false, false, true),
        ANONYMOUS("anonim", true, false, true),
        CONFIDENTIAL("rahasia", false, true, true),
        BOTH("both", true, true, true),
        UNCHECKED("not yet validated", false, false, false);

        final String title;
        private final boolean anonymous;
        private final boolean confidential;
        private final boolean accepted;

        Kind(String title, boolean anonymous, boolean confidential, boolean accepted) {
            this.title = title;
            this.anonymous = anonymous;
            this.confidential = confidential;
            this.accepted = accepted;
        }
    }

    /** A complaint of the cleanliness agency; an accepted one has been put right, so that every list can hold it. */
    static Specimen of(Kind kind) {
        var random = new SecureRandom();
        var tag = Integer.toUnsignedString(random.nextInt(), 36);
        // A place is a mark as well: none ends in zero, and none is in the middle of others, where the map puts their
        // crowd.
        int made = MADE.incrementAndGet();
        var latitude = -5.13007 - made * made * 0.0001;
        var marks = Map.of(
                Fact.NAME, "Nama" + tag,
                Fact.CONTACT, "08" + random.nextInt(1_000_000, 9_999_999),
                Fact.TEXT, "isi" + tag,
                Fact.ADDRESS, "patokan" + tag,
                Fact.NOTE, "catatan" + tag,
                // Five digits after the point are one metre.
                Fact.POSITION, String.format(Locale.ROOT, "%.5f", latitude));
        var place = new Place(
                new Position(Double.parseDouble(marks.get(Fact.POSITION)), 119.4056),
                12.0,
                PositionSource.GPS,
                marks.get(Fact.ADDRESS),
                "73.71.04.1003");
        var digest = new byte[32];
        random.nextBytes(digest);
        var filing = new Filing(
                UUID.randomUUID(),
                Channel.APP,
                id.sipakatau.city.Kind.COMPLAINT,
                Stories.ordinary(),
                "Sampah menumpuk, " + marks.get(Fact.TEXT),
                place,
                new Complaint.Privacy(kind.anonymous, kind.confidential),
                new Reporter(marks.get(Fact.NAME), marks.get(Fact.CONTACT)),
                digest,
                List.of());
        var receipt = Stories.file(filing);
        if (kind.accepted) {
            Stories.finished(Stories.started(Stories.accepted(receipt)));
            note(receipt, marks.get(Fact.NOTE));
        }
        return new Specimen(
                receipt.trackingNumber().text(), receipt.secret().text(), photoOf(receipt), keeper(receipt), marks);
    }

    /** Somebody of the agency writes something for colleagues. */
    private static void note(Receipt receipt, String words) {
        given().cookie("session", TestStaff.operator("kebersihan"))
                .header("Sec-Fetch-Site", "same-origin")
                .redirects()
                .follow(false)
                .formParam("words", words)
                .post("/operator/aduan/" + receipt.trackingNumber() + "/note")
                .then()
                .statusCode(303);
    }

    /** What never was: the answers to it are those that a hidden complaint has to give. */
    static Specimen nothing() {
        return new Specimen(
                TrackingNumber.random("MKS").text(),
                "A".repeat(22),
                UUID.randomUUID().toString(),
                "",
                Map.of());
    }

    /** Lets something happen to it that leaves it of its kind. */
    void changes(Kind kind) {
        var now = bean(Complaints.class).find(new TrackingNumber(number)).orElseThrow();
        if (kind.accepted) {
            Stories.praised(now);
        } else {
            bean(Complaints.class)
                    .change(
                            now.id(),
                            now.version(),
                            Actor.REPORTER,
                            (complaint, at) -> complaint.sharpen(Actor.REPORTER, at));
        }
    }

    /** Keeps it in a new account, as somebody does who holds the secret link. */
    private static String keeper(Receipt receipt) {
        var account = TestCitizen.account(TestCitizen.email());
        bean(Jdbi.class)
                .useTransaction(transaction -> bean(AccountComplaints.class)
                        .keep(transaction, account, Stories.now(receipt).id()));
        return TestCitizen.cookie(account);
    }

    private static String photoOf(Receipt receipt) {
        var id = Stories.now(receipt).id();
        return bean(Jdbi.class)
                .withHandle(handle -> bean(PhotoVault.class).of(handle, id))
                .getFirst()
                .id()
                .toString();
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
