package id.sipakatau.alerting.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** Keys on the curve P-256 as Web Push writes them: a public one as an uncompressed point of 65 bytes, a private as 32. */
final class P256 {

    private static final int COORDINATE = 32;
    private static final byte UNCOMPRESSED = 4;
    private static final ECParameterSpec CURVE = curve();

    private P256() {}

    static KeyPair fresh() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(CURVE);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Java has P-256", impossible);
        }
    }

    /** @throws IllegalArgumentException if it is no point of the curve */
    static ECPublicKey publicKey(byte[] point) {
        if (point.length != 1 + 2 * COORDINATE || point[0] != UNCOMPRESSED) {
            throw new IllegalArgumentException("Not an uncompressed point of P-256");
        }
        var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE));
        var y = new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE, point.length));
        if (!isOnCurve(x, y)) {
            throw new IllegalArgumentException("Not a point of P-256");
        }
        try {
            return (ECPublicKey)
                    KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), CURVE));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a point of P-256", e);
        }
    }

    static PrivateKey privateKey(byte[] number) {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(new BigInteger(1, number), CURVE));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a private key of P-256", e);
        }
    }

    static byte[] bytes(ECPublicKey key) {
        var bytes = new byte[1 + 2 * COORDINATE];
        bytes[0] = UNCOMPRESSED;
        System.arraycopy(bytes(key.getW().getAffineX()), 0, bytes, 1, COORDINATE);
        System.arraycopy(bytes(key.getW().getAffineY()), 0, bytes, 1 + COORDINATE, COORDINATE);
        return bytes;
    }

    /** A number below 2^256 in exactly 32 bytes. */
    static byte[] bytes(BigInteger number) {
        var written = number.toByteArray();
        var bytes = new byte[COORDINATE];
        int used = Math.min(written.length, COORDINATE);
        System.arraycopy(written, written.length - used, bytes, COORDINATE - used, used);
        return bytes;
    }

    /** A point elsewhere would give away the private key, bit by bit. */
    private static boolean isOnCurve(BigInteger x, BigInteger y) {
        var p = ((ECFieldFp) CURVE.getCurve().getField()).getP();
        if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0) {
            return false;
        }
        var right = x.pow(3)
                .add(CURVE.getCurve().getA().multiply(x))
                .add(CURVE.getCurve().getB());
        return y.pow(2).subtract(right).mod(p).signum() == 0;
    }

    private static ECParameterSpec curve() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Java has P-256", impossible);
        }
    }
}
