package id.sipakatau.browser;

import id.sipakatau.identity.citizen.SentCodes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** What people do in a browser who sign in with a code that is sent to them. */
abstract class CodeTest extends BrowserTest {

    static SentCodes sent;

    @BeforeAll
    static void openPost() {
        sent = new SentCodes();
    }

    @AfterAll
    static void closePost() {
        sent.close();
    }

    @BeforeEach
    void nobody_has_tried_before() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM sign_in_limit"));
    }
}
