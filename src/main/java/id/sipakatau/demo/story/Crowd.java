package id.sipakatau.demo.story;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.demo.words.Surroundings;
import id.sipakatau.demo.words.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What others add to a complaint that everybody can read.
 *
 * @param supporters those who say that it is theirs too
 */
public record Crowd(List<Supporter> supporters, List<Remark> remarks) {

    static final Crowd NOBODY = new Crowd(List.of(), List.of());

    /** @param device digest by which a device is known again */
    public record Supporter(byte[] device, Instant at) {}

    /**
     * A comment.
     *
     * @param name as its writer wants to be called
     * @param read whether an administrator has let it be shown; otherwise it waits
     */
    public record Remark(UUID id, String name, String words, Instant at, boolean read) {}

    public Crowd {
        supporters = List.copyOf(supporters);
        remarks = List.copyOf(remarks);
    }

    /** Whoever came by until now; nobody comes by what is not public. */
    static Crowd of(Complaint complaint, Surroundings around, Writer writer, Instant now) {
        var since = complaint.publishedAt();
        if (since == null || !since.isBefore(now)) {
            return NOBODY;
        }
        // Lots of its own, so that who comes by changes nothing of what happens.
        var random = new SplittableRandom(complaint.id().getLeastSignificantBits());
        var end = earlier(since.plus(Duration.ofDays(20)), now);
        var supporters = new ArrayList<Supporter>();
        if (random.nextDouble() < 0.3) {
            int number = (int) Math.exp(random.nextDouble() * 3.2);
            for (int i = 0; i < number; i++) {
                var device = new byte[32];
                random.nextBytes(device);
                supporters.add(new Supporter(device, between(since, end, random)));
            }
        }
        var remarks = new ArrayList<Remark>();
        // Below what is new more is said, so that something waits for an administrator.
        boolean fresh = since.isAfter(now.minus(Duration.ofDays(3)));
        if (random.nextDouble() < (fresh ? 0.4 : 0.08)) {
            int number = random.nextInt(1, 4);
            for (int i = 0; i < number; i++) {
                var at = between(since, end, random);
                // An administrator reads what was written before yesterday's evening.
                boolean read = at.isBefore(now.minus(Duration.ofHours(18)));
                var words = writer.comment(around, random);
                remarks.add(new Remark(Stories.id(at, random), "Warga", words, at, read));
            }
        }
        return new Crowd(supporters, remarks);
    }

    private static Instant between(Instant from, Instant to, SplittableRandom random) {
        return from.plusMillis(
                random.nextLong(Math.max(1, Duration.between(from, to).toMillis())));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
