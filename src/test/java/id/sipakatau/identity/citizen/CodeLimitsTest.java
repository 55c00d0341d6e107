package id.sipakatau.identity.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.database.Tries;
import id.sipakatau.identity.ChangedClock;
import id.sipakatau.identity.signin.Device;
import id.sipakatau.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CodeLimitsTest {

    private static final Contact CONTACT = new Contact(Contact.Kind.EMAIL, "siti@contoh.id");

    private final ChangedClock clock = new ChangedClock();
    private final CodeLimits limits = new CodeLimits(new Tries(TestDatabase.source(), "sign_in_limit", clock));
    private int networks;

    @Test
    void from_however_many_networks_an_address_is_guessed_at_thirty_times_a_day() {
        int guesses = 0;
        while (limits.takeGuess(CONTACT, another()).isEmpty()) {
            guesses++;
        }
        assertThat(guesses).isEqualTo(CodeLimits.GUESSES_PER_CONTACT);
    }

    @Test
    void nobody_is_flooded_with_codes_from_however_many_networks() {
        int codes = 0;
        while (limits.takeCode(CONTACT, another()).isEmpty()) {
            codes++;
        }
        assertThat(codes).isEqualTo(CodeLimits.CODES_PER_CONTACT);
        clock.pass(Duration.ofHours(2));
        assertThat(limits.takeCode(CONTACT, another())).isEmpty();
    }

    @Test
    void one_network_does_not_go_through_all_addresses() {
        var device = another();
        for (int codes = 0; codes < CodeLimits.CODES_PER_ADDRESS; codes++) {
            var contact = new Contact(Contact.Kind.EMAIL, "warga-" + codes + "@contoh.id");
            assertThat(limits.takeCode(contact, device)).isEmpty();
        }
        assertThat(limits.takeCode(CONTACT, device)).isPresent();
    }

    private Device another() {
        return new Device("203.0.113." + ++networks, "Test");
    }
}
