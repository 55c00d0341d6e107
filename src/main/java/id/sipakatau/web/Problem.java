package id.sipakatau.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something the reader has to be told instead of what they asked for. Thrown from anywhere below a page or the API:
 * pages show it in words, the API as {@code application/problem+json}, both in the reader's language.
 *
 * <p>Its words are the text of a key; a second text {@code KEY_title}, where there is one, is its headline, else the
 * headline of its status.
 */
public final class Problem extends RuntimeException {

    /** Words about one field of what was sent. */
    record Words(String key, Object[] arguments) {}

    private final int status;
    private final Words words;
    private final Map<String, Words> fields = new LinkedHashMap<>();
    private final Map<String, Object> members = new LinkedHashMap<>();
    private @Nullable Duration retryAfter;
    private @Nullable String typed;
    private @Nullable String back;

    /**
     * @param status HTTP status, 400 to 599
     * @param key key of the text that says what went wrong, what was kept, and what to do
     */
    public Problem(int status, String key, Object... arguments) {
        super(status + " " + key);
        this.status = status;
        this.words = new Words(key, arguments);
    }

    /** Adds what is wrong with one field. */
    public Problem field(String name, String key, Object... arguments) {
        fields.put(name, new Words(key, arguments));
        return this;
    }

    /**
     * Adds something for a program to read.
     *
     * @param value text, number or a list of them
     */
    public Problem member(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** Shows on the page what the reader had typed and would lose otherwise. */
    public Problem keeping(String words) {
        typed = words;
        return this;
    }

    /**
     * Leads the reader back to where they came from.
     *
     * @param path a path of this site
     */
    public Problem back(String path) {
        back = path;
        return this;
    }

    /** Says when trying again makes sense. */
    public Problem retryAfter(Duration duration) {
        retryAfter = duration;
        return this;
    }

    public int status() {
        return status;
    }

    /** The key of its words. */
    public String key() {
        return words.key();
    }

    Words words() {
        return words;
    }

    Map<String, Words> fields() {
        return fields;
    }

    Map<String, Object> members() {
        return members;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    @Nullable
    String typed() {
        return typed;
    }

    @Nullable
    String back() {
        return back;
    }
}
