package dev.hookwarden.simulation.provider;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The form that both providers' signatures have, made with plain JCA code: HMAC-SHA256 of the body in hex, behind a prefix. */
public record SignatureForm(String header, String prefix) {
    /** Documented: docs.zenoo.com. */
    public static final SignatureForm ZENOO = new SignatureForm("X-Zenoo-Signature", "sha256=");

    /** Assumed, as Hookwarden assumes it: help.jobsiteon.com names the header only. */
    public static final SignatureForm JOBSITEON = new SignatureForm("X-Signature", "");

    String sign(byte[] key, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return prefix + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The case of hex digits doesn't matter. */
    boolean isSame(String expected, String sent) {
        return sent.startsWith(prefix)
                && expected.equals(prefix + sent.substring(prefix.length()).toLowerCase(Locale.ROOT));
    }

    String withoutPrefix(String sent) {
        return sent.startsWith(prefix) ? sent.substring(prefix.length()) : sent;
    }
}
