package dev.hookwarden.signing;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;

/** The keyed hashes that providers sign with (RFC 2104). A scheme names one; a request never chooses. */
public enum MacAlgorithm {
    /** For senders that offer nothing newer; HMAC over SHA-1 is not known to be broken (RFC 6194). */
    HMAC_SHA1("HmacSHA1", 20),
    HMAC_SHA256("HmacSHA256", 32),
    HMAC_SHA512("HmacSHA512", 64);

    private final String jcaName;
    private final int length;

    MacAlgorithm(String jcaName, int length) {
        this.jcaName = jcaName;
        this.length = length;
    }

    /** The length of a signature in bytes. */
    public int length() {
        return length;
    }

    /** The signature of the parts, one after another, as if they were one text. */
    byte[] sign(SigningKey key, byte[]... parts) {
        try {
            // A new instance each time: caching one saves about a microsecond and is not safe between threads.
            Mac mac = Mac.getInstance(jcaName);
            mac.init(key.toSecretKey(jcaName));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java runtime has no " + jcaName, missing);
        }
    }
}
