package id.sipakatau.alerting.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts a message for one browser: RFC 8291 with the content coding aes128gcm of RFC 8188, in one record. */
final class Sealing {

    /** RFC 8291, section 4: push services take 4096 bytes, of which this coding needs 103. */
    static final int LONGEST = 3993;

    private static final int RECORD = 4096;
    private static final int TAG_BITS = 128;
    private static final byte LAST_RECORD = 2;

    private Sealing() {}

    static byte[] sealed(byte[] message, Browser browser) {
        var salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return sealed(message, browser, P256.fresh(), salt);
    }

    /** With a given key pair and salt, which must never be used twice. */
    static byte[] sealed(byte[] message, Browser browser, KeyPair own, byte[] salt) {
        if (message.length > LONGEST) {
            throw new IllegalArgumentException("A push message has at most " + LONGEST + " bytes");
        }
        try {
            var ownPoint = P256.bytes((ECPublicKey) own.getPublic());
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(own.getPrivate());
            agreement.doPhase(P256.publicKey(browser.key()), true);

            // RFC 8291, section 3.4.
            var keyInfo = joined(ascii("WebPush: info\0"), browser.key(), ownPoint);
            var input = derived(browser.auth(), agreement.generateSecret(), keyInfo, 32);
            var key = derived(salt, input, ascii("Content-Encoding: aes128gcm\0"), 16);
            var nonce = derived(salt, input, ascii("Content-Encoding: nonce\0"), 12);

            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            var body = cipher.doFinal(joined(message, new byte[] {LAST_RECORD}));
            return ByteBuffer.allocate(salt.length + Integer.BYTES + 1 + ownPoint.length + body.length)
                    .put(salt)
                    .putInt(RECORD)
                    .put((byte) ownPoint.length)
                    .put(ownPoint)
                    .put(body)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A push message could not be encrypted", e);
        }
    }

    /** HKDF with SHA-256 (RFC 5869) for at most 32 bytes. */
    private static byte[] derived(byte[] salt, byte[] input, byte[] info, int length) throws GeneralSecurityException {
        return Arrays.copyOf(mac(mac(salt, input), joined(info, new byte[] {1})), length);
    }

    private static byte[] mac(byte[] key, byte[] message) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static byte[] joined(byte[]... parts) {
        var all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (var part : parts) {
            all.put(part);
        }
        return all.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
