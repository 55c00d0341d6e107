package id.sipakatau.alerting.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final URI ENDPOINT = URI.create("https://fcm.googleapis.com/fcm/send/x");

    /** RFC 8291, section 5 and appendix A. */
    @Test
    void example_of_the_rfc_is_reproduced_byte_for_byte() {
        var browser = new Browser(
                ENDPOINT,
                bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
                bytes("BTBZMqHH6r4Tts7J_aSIgg"));
        var server = new KeyPair(
                P256.publicKey(bytes(
                        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
                P256.privateKey(bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")));
        var sealed = Sealing.sealed(
                "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.UTF_8),
                browser,
                server,
                bytes("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                .isEqualTo("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmY"
                        + "WAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj"
                        + "_Qulcy4a-fN");
    }

    @Test
    void key_that_is_no_point_of_the_curve_is_refused() {
        var point = bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
        point[40] ^= 1;
        assertThatIllegalArgumentException().isThrownBy(() -> new Browser(ENDPOINT, point, new byte[16]));
        assertThatIllegalArgumentException().isThrownBy(() -> new Browser(ENDPOINT, new byte[65], new byte[16]));
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
