package dev.hookwarden.explain;

import dev.hookwarden.signing.BodyHmac;
import dev.hookwarden.signing.MacAlgorithm;
import dev.hookwarden.signing.SignatureScheme;
import dev.hookwarden.signing.StandardWebhooks;
import dev.hookwarden.signing.TimestampHeaderHmac;
import dev.hookwarden.signing.TimestampedHmac;
import java.time.Duration;
import java.util.Optional;

/**
 * A scheme's form, spelled out.
 *
 * @param before what stands before a signature, as {@code sha256=}
 * @param separator what stands between several signatures in one header; empty where there is only one
 * @param version what stands before a signed time where a version does
 */
record Expectation(
        String header,
        MacAlgorithm algorithm,
        Encoding encoding,
        String before,
        String separator,
        Content content,
        String version,
        Optional<Duration> tolerance) {

    static Expectation of(SignatureScheme scheme) {
        return switch (scheme) {
            case BodyHmac body ->
                new Expectation(
                        body.header(),
                        body.algorithm(),
                        Encoding.of(body.encoding()),
                        body.prefix(),
                        "",
                        Content.PAYLOAD,
                        "v0",
                        Optional.empty());
            case TimestampedHmac timed ->
                sha256(timed, Encoding.HEX, "v1=", ",", Content.TIME_AND_PAYLOAD, "v0", timed.tolerance());
            case TimestampHeaderHmac timed ->
                sha256(
                        timed,
                        Encoding.HEX,
                        timed.version() + "=",
                        "",
                        Content.VERSION_TIME_AND_PAYLOAD,
                        timed.version(),
                        timed.tolerance());
            case StandardWebhooks standard ->
                sha256(standard, Encoding.BASE64, "v1,", " ", Content.ID_TIME_AND_PAYLOAD, "v0", standard.tolerance());
        };
    }

    private static Expectation sha256(
            SignatureScheme scheme,
            Encoding encoding,
            String before,
            String separator,
            Content content,
            String version,
            Duration tolerance) {
        return new Expectation(
                scheme.header(),
                MacAlgorithm.HMAC_SHA256,
                encoding,
                before,
                separator,
                content,
                version,
                Optional.of(tolerance));
    }

    /** As {@code sha256= and 64 characters of hex}. */
    String form() {
        int length = encoding == Encoding.HEX ? 2 * algorithm.length() : (algorithm.length() + 2) / 3 * 4;
        return (before.isEmpty() ? "" : before + " and ") + length + " characters of " + encoding.words();
    }

    /** Whether a signature stands where it should, between these parts of the header's value. */
    boolean isSurroundedRightly(String left, String right) {
        return separator.isEmpty()
                ? left.equals(before) && right.isEmpty()
                : (left.equals(before) || left.endsWith(separator + before))
                        && (right.isEmpty() || right.startsWith(separator));
    }
}
