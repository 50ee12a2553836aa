package dev.hookwarden.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Every form in which a provider may sign. Each signs here with plain JCA code, so that the schemes are checked against something else. */
@SuppressWarnings("ImmutableEnumChecker") // Every scheme is a record of immutable values.
public enum Sender {
    GITHUB(new BodyHmac("X-Hub-Signature-256", MacAlgorithm.HMAC_SHA256, SignatureEncoding.HEX, "sha256=")),
    GITHUB_SHA1(new BodyHmac("X-Hub-Signature", MacAlgorithm.HMAC_SHA1, SignatureEncoding.HEX, "sha1=")),
    BARE_HEX(new BodyHmac("X-Signature", MacAlgorithm.HMAC_SHA256, SignatureEncoding.HEX, "")),
    BARE_HEX_SHA512(new BodyHmac("X-Signature-512", MacAlgorithm.HMAC_SHA512, SignatureEncoding.HEX, "")),
    SHOPIFY(new BodyHmac("X-Shopify-Hmac-Sha256", MacAlgorithm.HMAC_SHA256, SignatureEncoding.BASE64, "")),
    BASE64_SHA1(new BodyHmac("X-Sig-1", MacAlgorithm.HMAC_SHA1, SignatureEncoding.BASE64, "hmac ")),
    BASE64_SHA512(new BodyHmac("X-Sig-512", MacAlgorithm.HMAC_SHA512, SignatureEncoding.BASE64, "sha512=")),
    STRIPE(new TimestampedHmac("Stripe-Signature", Attempt.TOLERANCE)),
    SLACK(new TimestampHeaderHmac("X-Slack-Signature", "X-Slack-Request-Timestamp", "v0", Attempt.TOLERANCE)),
    STANDARD_WEBHOOKS(new StandardWebhooks(Attempt.TOLERANCE));

    private final SignatureScheme scheme;

    Sender(SignatureScheme scheme) {
        this.scheme = scheme;
    }

    public SignatureScheme scheme() {
        return scheme;
    }

    /** The bytes that this sender makes of a key's text. */
    public byte[] keyBytes(String text) {
        return this == STANDARD_WEBHOOKS
                ? Base64.getDecoder().decode(text.substring("whsec_".length()))
                : text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The headers that this sender sends, whatever the id and the time say. */
    public Map<String, String> sign(byte[] key, String id, String time, byte[] payload) {
        return switch (this) {
            case GITHUB -> Map.of(scheme.header(), "sha256=" + hex(mac("HmacSHA256", key, "", payload)));
            case GITHUB_SHA1 -> Map.of(scheme.header(), "sha1=" + hex(mac("HmacSHA1", key, "", payload)));
            case BARE_HEX -> Map.of(scheme.header(), hex(mac("HmacSHA256", key, "", payload)));
            case BARE_HEX_SHA512 -> Map.of(scheme.header(), hex(mac("HmacSHA512", key, "", payload)));
            case SHOPIFY -> Map.of(scheme.header(), base64(mac("HmacSHA256", key, "", payload)));
            case BASE64_SHA1 -> Map.of(scheme.header(), "hmac " + base64(mac("HmacSHA1", key, "", payload)));
            case BASE64_SHA512 -> Map.of(scheme.header(), "sha512=" + base64(mac("HmacSHA512", key, "", payload)));
            case STRIPE ->
                Map.of(scheme.header(), "t=" + time + ",v1=" + hex(mac("HmacSHA256", key, time + ".", payload)));
            case SLACK ->
                Map.of(
                        "X-Slack-Request-Timestamp",
                        time,
                        scheme.header(),
                        "v0=" + hex(mac("HmacSHA256", key, "v0:" + time + ":", payload)));
            case STANDARD_WEBHOOKS ->
                Map.of(
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        time,
                        scheme.header(),
                        "v1," + base64(mac("HmacSHA256", key, id + "." + time + ".", payload)));
        };
    }

    /**
     * Whether a received signature says what was signed: just that, or that among others where several may be sent. The case of hex digits
     * doesn't matter.
     */
    public boolean says(String received, String signed) {
        return switch (this) {
            case STRIPE -> {
                List<String> parts = List.of(received.split(",", -1));
                yield Stream.of(signed.split(",", -1))
                        .allMatch(part -> parts.stream().anyMatch(candidate -> sameHex(candidate, part)));
            }
            case STANDARD_WEBHOOKS -> List.of(received.split(" ", -1)).contains(signed);
            case SHOPIFY, BASE64_SHA1, BASE64_SHA512 -> received.equals(signed);
            case GITHUB, GITHUB_SHA1, BARE_HEX, BARE_HEX_SHA512, SLACK -> sameHex(received, signed);
        };
    }

    private static boolean sameHex(String received, String signed) {
        int digits = signed.indexOf('=') + 1;
        return received.startsWith(signed.substring(0, digits))
                && received.substring(digits).equalsIgnoreCase(signed.substring(digits));
    }

    private static byte[] mac(String algorithm, byte[] key, String beforePayload, byte[] payload) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            mac.update(beforePayload.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(payload);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
