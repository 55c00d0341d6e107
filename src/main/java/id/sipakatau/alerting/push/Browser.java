package id.sipakatau.alerting.push;

import java.net.URI;

/**
 * A browser that wants messages.
 *
 * @param endpoint its address at its push service
 * @param key its public key, a point of P-256 in 65 bytes
 * @param auth its secret of 16 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes for encryption, never compared
public record Browser(URI endpoint, byte[] key, byte[] auth) {

    /** @throws IllegalArgumentException if the key is no point of P-256 or the secret has not 16 bytes */
    public Browser {
        P256.publicKey(key);
        if (auth.length != 16) {
            throw new IllegalArgumentException("The secret of a browser has 16 bytes");
        }
    }
}
