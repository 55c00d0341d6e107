package id.sipakatau.complaint;

import id.sipakatau.database.CopyRows;
import id.sipakatau.identity.Reporters;
import id.sipakatau.journal.Entry;
import id.sipakatau.journal.JournalLoad;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/** Stores whole {@link History histories}, very many at once. */
@ApplicationScoped
public class HistoryLoad {

    private static final String COPY = """
            COPY complaint (
                id, tracking_number, version, channel, received_at, body_digest, follow_digest,
                kind, agency, category, emergency, description,
                position, accuracy_m, position_source, address, kelurahan,
                anonymous, confidential, validation, dismissal_reason, merged_into, appealed,
                progress, outcome, validated_at, started_at, finished_at, contestable_until, confirmed_at,
                stars, asked_at, promised_by, proposed_at, proposed_by, proposed_outcome, proposed_words, given_by, disputed_at, part_of, published_at, updated_at)
            FROM STDIN
            """;

    private final Reporters reporters;
    private final FollowKey followKey;

    HistoryLoad(Reporters reporters, FollowKey followKey) {
        this.reporters = reporters;
        this.followKey = followKey;
    }

    /**
     * Stores them with their rows of the journal, which come in the order of time, in the caller's transaction.
     *
     * @param salts gives the salts of the journal's commitments
     */
    public void store(Handle transaction, List<History> histories, RandomGenerator salts) {
        var rows = CopyRows.into(transaction, COPY);
        histories.forEach(history -> row(rows, history));
        rows.finish();
        for (var history : histories) {
            history.filing().ifPresent(filing -> reporters.remember(transaction, filing.id(), filing.reporter()));
        }
        var entries = histories.stream()
                .flatMap(history -> history.entries().stream())
                .sorted(Comparator.comparing(Entry::at))
                .toList();
        JournalLoad.append(transaction, entries, salts);
    }

    private void row(CopyRows rows, History history) {
        var complaint = history.complaint();
        var place = complaint.place();
        var position = place.position();
        var verdict = complaint.verdict();
        var handling = complaint.handling();
        var stars = handling.stars();
        var proposal = handling.proposal();
        rows.add(complaint.id())
                .add(complaint.trackingNumber().text())
                .add(complaint.version())
                .add(complaint.channel())
                .add(complaint.receivedAt())
                .add(history.filing().map(Filing::bodyDigest).orElse(null))
                .add(history.filing()
                        .map(filing -> followKey.secretOf(filing.id()).digest())
                        .orElse(null))
                .add(complaint.subject().kind())
                .add(complaint.subject().agency())
                .add(complaint.subject().category())
                .add(complaint.subject().emergency())
                .add(complaint.description())
                .add(position == null ? null : "(" + position.longitude() + "," + position.latitude() + ")")
                .add(place.accuracyMetres())
                .add(place.source())
                .add(place.address())
                .add(place.kelurahan())
                .add(complaint.privacy().anonymous())
                .add(complaint.privacy().confidential())
                .add(verdict.validation())
                .add(verdict.reason())
                .add(verdict.mergedInto())
                .add(verdict.appealed())
                .add(handling.progress())
                .add(handling.outcome())
                .add(verdict.at())
                .add(handling.startedAt())
                .add(handling.finishedAt())
                .add(handling.contestableUntil())
                .add(handling.confirmedAt())
                .add(stars == null ? null : stars.toString())
                .add(handling.askedAt())
                .add(handling.promisedBy())
                .add(proposal == null ? null : proposal.at())
                .add(proposal == null ? null : proposal.by())
                .add(proposal == null ? null : proposal.outcome())
                .add(proposal == null ? null : proposal.words())
                .add("{" + String.join(",", complaint.custody().before()) + "}")
                .add(complaint.custody().disputedAt())
                .add(complaint.custody().partOf())
                .add(complaint.publishedAt())
                .add(complaint.updatedAt())
                .endRow();
    }
}
