package id.sipakatau.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.privacy.Specimen.Kind;
import id.sipakatau.testing.OpenStream;
import id.sipakatau.testing.Stories;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Every reader has every stream open that they may listen to, while something happens to a complaint of every kind. */
final class Listening implements AutoCloseable {

    /**
     * An open stream.
     *
     * @param kinds of which it could tell: a reporter's page is about one complaint, all others are about any
     */
    private record Ear(Reader reader, Exit exit, Set<Kind> kinds, OpenStream stream) {}

    /** What a reader learnt of one kind by a stream. */
    record Heard(Reader reader, Kind kind, Exit exit, Set<Fact> learnt) {}

    private final List<Ear> ears = new ArrayList<>();
    private final Map<Kind, Specimen> specimens;
    private final Specimen own;

    /**
     * Opens all streams.
     *
     * @param address of the program
     * @param own the complaint of those who report something else
     */
    Listening(URI address, Map<Kind, Specimen> specimens, Specimen own) throws IOException, InterruptedException {
        this.specimens = specimens;
        this.own = own;
        for (var exit : Exit.streams()) {
            for (var reader : Reader.values()) {
                if (!reader.mayCall(exit)) {
                    continue;
                }
                if (exit.needsSecret() && reader == Reader.REPORTER) {
                    specimens.forEach((kind, specimen) -> open(address, reader, exit, EnumSet.of(kind), specimen));
                } else {
                    open(address, reader, exit, EnumSet.allOf(Kind.class), own);
                }
            }
        }
        for (var ear : ears) {
            assertThat(ear.stream.next().data()).as(ear.exit.name()).contains("alive");
        }
    }

    private void open(URI address, Reader reader, Exit exit, Set<Kind> kinds, Specimen asked) {
        var stream = new OpenStream(address.resolve(exit.address(asked, "")), reader.cookies(asked, own));
        ears.add(new Ear(reader, exit, kinds, stream));
    }

    /** Lets something happen to each complaint, and says who learnt what of it. */
    List<Heard> whileTheyChange() throws InterruptedException {
        specimens.forEach((kind, specimen) -> specimen.changes(kind));
        own.changes(Kind.OPEN);
        // Everything is told in the order of what happened: whoever has heard of these has heard of all before.
        var last = accepted("kebersihan");
        var ofAnother = accepted("pariwisata");
        var heard = new ArrayList<Heard>();
        for (var ear : ears) {
            var sign = ear.exit.needsSecret() ? "look" : ear.exit.path().equals("/live") ? ofAnother : "changed";
            var said = ear.stream.until(sign);
            if (ear.exit.path().equals("/live")) {
                assertThat(said).contains(last);
            }
            for (var kind : ear.kinds) {
                heard.add(new Heard(
                        ear.reader, kind, ear.exit, learnt(ear, Objects.requireNonNull(specimens.get(kind)), said)));
            }
        }
        return heard;
    }

    private static String accepted(String agency) {
        var privacy = new Complaint.Privacy(false, false);
        return Stories.accepted(Stories.pending(Stories.ordinary(agency), "Menandai akhirnya.", privacy))
                .trackingNumber()
                .text();
    }

    private static Set<Fact> learnt(Ear ear, Specimen specimen, String said) {
        var learnt = EnumSet.noneOf(Fact.class);
        specimen.marks().forEach((fact, mark) -> {
            if (said.contains(mark)) {
                learnt.add(fact);
            }
        });
        if (said.contains(specimen.photo())) {
            learnt.add(Fact.PHOTO);
        }
        // The page of a reporter is told nothing but that there is something to look at.
        if (said.contains(specimen.number()) || (ear.exit.needsSecret() && ear.reader == Reader.REPORTER)) {
            learnt.add(Fact.EXISTENCE);
        }
        return learnt;
    }

    @Override
    public void close() {
        ears.forEach(ear -> ear.stream.close());
    }
}
