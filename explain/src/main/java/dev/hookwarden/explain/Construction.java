package dev.hookwarden.explain;

import dev.hookwarden.signing.MacAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a signature may have been made. Only ever tells what a sender did: what verifies is not decided here.
 *
 * @param algorithm as the JDK calls it
 * @param before what is signed before the body
 */
record Construction(String algorithm, String before) {
    static String jcaName(MacAlgorithm algorithm) {
        return algorithm.name().replace("HMAC_SHA", "HmacSHA");
    }

    /** As {@code HMAC-SHA-256}. */
    static String words(String jcaName) {
        return jcaName.replace("HmacSHA", "HMAC-SHA-").replace("HmacMD5", "HMAC-MD5");
    }

    byte[] sign(SecretKeySpec key, byte[] payload) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(key);
            mac.update(before.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(payload);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java runtime has no " + algorithm, missing);
        }
    }
}
