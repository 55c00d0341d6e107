package id.sipakatau.demo;

import id.sipakatau.city.City;
import id.sipakatau.complaint.HistoryLoad;
import id.sipakatau.complaint.SupportLoad;
import id.sipakatau.deadline.Clocks;
import id.sipakatau.demo.story.Cast;
import id.sipakatau.demo.story.Crowd;
import id.sipakatau.demo.story.Shot;
import id.sipakatau.demo.story.Stories;
import id.sipakatau.demo.story.Story;
import id.sipakatau.discussion.Comment;
import id.sipakatau.discussion.CommentLoad;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.evidence.PreparedPhoto;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Gatherers;
import org.jdbi.v3.core.Handle;

/** Tells the stories into the database, some thousand at a time. */
@ApplicationScoped
class DemoLoad {

    private static final int AT_ONCE = 5_000;

    private final City city;
    private final HistoryLoad histories;
    private final Clocks clocks;
    private final PhotoVault vault;
    private final DemoPictures pictures;
    private final SupportLoad supports;
    private final CommentLoad comments;

    DemoLoad(
            City city,
            HistoryLoad histories,
            Clocks clocks,
            PhotoVault vault,
            DemoPictures pictures,
            SupportLoad supports,
            CommentLoad comments) {
        this.supports = supports;
        this.comments = comments;
        this.city = city;
        this.histories = histories;
        this.clocks = clocks;
        this.vault = vault;
        this.pictures = pictures;
    }

    /** Stores so many stories in the caller's transaction. */
    void fill(Handle transaction, Cast cast, long count, long seed, Instant now) {
        var hung = pictures.hang();
        var salts = new SplittableRandom(seed);
        var some = new Stories(city, cast, seed, now)
                .tell(count)
                .gather(Gatherers.windowFixed(AT_ONCE))
                .iterator();
        // The next ones are told while the database takes these.
        var next = next(some, now);
        for (var stories = next.join(); !stories.isEmpty(); stories = next.join()) {
            next = next(some, now);
            store(transaction, stories, hung, salts);
        }
        // The planner would otherwise guess until PostgreSQL finds the time to look.
        transaction.execute("ANALYZE");
    }

    private CompletableFuture<List<Story>> next(Iterator<List<Story>> some, Instant now) {
        return CompletableFuture.supplyAsync(() -> {
            var stories = some.hasNext() ? some.next() : List.<Story>of();
            stories.forEach(story -> clocks.escalate(story.history(), now));
            return stories;
        });
    }

    private void store(
            Handle transaction,
            List<Story> stories,
            Map<DemoPictures.Subject, PreparedPhoto> hung,
            SplittableRandom salts) {
        var all = stories.stream().flatMap(Story::withParts).toList();
        var told = all.stream().map(Story::history).toList();
        histories.store(transaction, told, salts);
        clocks.store(transaction, told);
        vault.attach(
                transaction,
                all.stream()
                        .flatMap(story -> story.shots().stream()
                                .map(shot ->
                                        attachment(story.history().complaint().id(), shot, hung)))
                        .toList());
        supports.store(
                transaction,
                stories.stream()
                        .flatMap(story -> story.crowd().supporters().stream()
                                .map(each -> new SupportLoad.Supported(id(story), each.device(), each.at())))
                        .toList());
        comments.store(
                transaction,
                stories.stream()
                        .flatMap(story -> story.crowd().remarks().stream().map(each -> written(story, each)))
                        .toList());
    }

    private static CommentLoad.Written written(Story story, Crowd.Remark remark) {
        var comment = new Comment(remark.id(), remark.name(), remark.words(), remark.at());
        return new CommentLoad.Written(id(story), comment, remark.read());
    }

    private static UUID id(Story story) {
        return story.history().complaint().id();
    }

    private PhotoVault.Attachment attachment(UUID complaint, Shot shot, Map<DemoPictures.Subject, PreparedPhoto> hung) {
        var subject = new DemoPictures.Subject(
                shot.scene(), shot.variant() % pictures.streets(shot.scene()), shot.role() == Photo.Role.COMPLETION);
        var drawn = hung.get(subject);
        if (drawn == null) {
            throw new IllegalStateException("There is no picture of " + subject);
        }
        var photo = new PreparedPhoto(
                drawn.original(),
                drawn.mediaType(),
                drawn.bytes(),
                drawn.width(),
                drawn.height(),
                shot.source(),
                shot.capture(),
                drawn.large(),
                drawn.thumbnail(),
                drawn.print(),
                shot.at());
        return new PhotoVault.Attachment(shot.id(), complaint, shot.role(), shot.ordinal(), photo);
    }
}
