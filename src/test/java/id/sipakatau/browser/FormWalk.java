package id.sipakatau.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.sipakatau.evidence.CameraPhoto;
import java.time.Instant;
import java.util.stream.IntStream;

/** A person who goes through the form of /lapor, one step after the other. */
final class FormWalk {

    /** The form, opened with a category that needs a place, but no photo. */
    static final String FORM = "/lapor?kategori=bangkai-hewan";

    private final Page page;

    FormWalk(Page page) {
        this.page = page;
    }

    /** Up to the last step; the form was opened as {@link #FORM} does. */
    static FormWalk upToSending(Page page, String words, FilePayload... photos) {
        var walk = new FormWalk(page);
        walk.next();
        walk.photos(photos);
        walk.next();
        walk.inKelurahan();
        walk.next();
        walk.words(words);
        walk.next();
        walk.next();
        return walk;
    }

    void photos(FilePayload... photos) {
        if (photos.length > 0) {
            page.locator("#galeri").setInputFiles(photos);
        }
        assertThat(page.locator("#pratinjau li:not(.skeleton)")).hasCount(photos.length);
    }

    /** Chooses the place by its name, which needs no network. */
    void inKelurahan() {
        page.locator(".chip:has([name=way][value=area])").click();
        page.locator("#kelurahan").selectOption("73.71.09.1003");
    }

    void words(String words) {
        page.locator("#description").fill(words);
    }

    void next() {
        page.locator(".step-bar button").click();
    }

    void send() {
        page.locator("#kirim").click();
    }

    /** Photos of different sizes, so that no two are one. */
    static FilePayload[] shots(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> shot("IMG_" + i + ".jpg", 640 + 16 * i))
                .toArray(FilePayload[]::new);
    }

    static FilePayload shot(String name, int width) {
        return new FilePayload(name, "image/jpeg", CameraPhoto.taken(Instant.now(), -5.1340, 119.4058, width));
    }
}
