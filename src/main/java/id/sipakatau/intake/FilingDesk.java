package id.sipakatau.intake;

import id.sipakatau.city.City;
import id.sipakatau.complaint.AnotherUnderSameId;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.evidence.Digest;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.identity.AccountComplaints;
import id.sipakatau.identity.Citizen;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Takes a form in, for the page and the API alike: the fields are checked, a repetition gets the first answer, each
 * photo is kept or refused on its own, and all of it is stored in one transaction or not at all.
 */
@ApplicationScoped
class FilingDesk {

    private final City city;
    private final Complaints complaints;
    private final PhotoVault vault;
    private final KeptPhotos ahead;
    private final FilingLimit limit;
    private final Citizen citizen;
    private final AccountComplaints lists;

    FilingDesk(
            City city,
            Complaints complaints,
            PhotoVault vault,
            KeptPhotos ahead,
            FilingLimit limit,
            Citizen citizen,
            AccountComplaints lists) {
        this.city = city;
        this.complaints = complaints;
        this.vault = vault;
        this.ahead = ahead;
        this.limit = limit;
        this.citizen = citizen;
        this.lists = lists;
    }

    /**
     * @param photos in the order in which the reporter chose them
     * @param address internet address that the form came from
     */
    Answer receive(FilingForm form, List<SentPhoto> photos, String address) {
        var reading = new FormReading(form, city, photos.size());
        var statement = reading.statement().orElse(null);
        if (statement == null) {
            return new Answer.Asked(reading.faults(), photos);
        }
        var digest = statement.digest(photos.stream().map(SentPhoto::sha256).toList());
        try {
            // Asked first, so that a repetition costs neither an allowance nor the decoding of its photos.
            var earlier = earlier(statement, digest);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            // Asked again after what is missing: a sending beside this one may have filed them just now.
            var missing = ahead.missing(statement.id(), form.ahead());
            if (!missing.isEmpty()) {
                return earlier(statement, digest).orElse(new Answer.Missing(missing));
            }
            var delay = limit.take(address);
            if (delay.isPresent()) {
                return new Answer.Later(delay.get(), photos);
            }
            return file(reading, statement, photos, digest, form.reducedCopies());
        } catch (Examined.GoneMeanwhile gone) {
            return earlier(statement, digest)
                    .orElseGet(() -> new Answer.Missing(ahead.missing(statement.id(), form.ahead())));
        } catch (AnotherUnderSameId taken) {
            return new Answer.Taken(photos);
        }
    }

    private Optional<Answer> earlier(Statement statement, byte[] digest) {
        return complaints.receipt(statement.id(), digest).map(receipt -> {
            // A photo may have been sent once more in the meantime.
            ahead.forget(statement.id());
            return new Answer.Received(receipt, true);
        });
    }

    private Answer file(
            FormReading reading, Statement statement, List<SentPhoto> photos, byte[] digest, List<Digest> reduced) {
        var examined = Examined.of(photos, vault, city.zone());
        if (reading.asksForPhoto() && examined.kept().isEmpty()) {
            return new Answer.Asked(List.of(examined.fault()), List.of());
        }
        var filing = statement.filing(digest, examined.refused());
        var account = citizen.account();
        var receipt = complaints.file(filing, (transaction, complaint) -> {
            account.ifPresent(own -> lists.file(transaction, own, complaint.id()));
            examined.attach(transaction, complaint.id(), vault);
            vault.awaitFull(transaction, complaint.id(), reduced);
            ahead.forget(transaction, complaint.id());
        });
        return new Answer.Received(receipt, false);
    }
}
