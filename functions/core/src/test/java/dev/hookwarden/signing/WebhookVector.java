package dev.hookwarden.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.http.Headers;
import dev.hookwarden.signing.Verification.Verified;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One webhook with the verdict that is expected of it.
 *
 * @param keys used as they are: whether a key may be loaded at all is another question, and vectors use short ones
 * @param now when it is received
 */
record WebhookVector(
        String name,
        SignatureScheme scheme,
        List<SigningKey> keys,
        Instant now,
        Payload body,
        Headers headers,
        boolean verifies)
        implements VectorFile.Vector {
    private static final String[] SECRET = {"secret", "secrets", "key", "keys"};
    private static final String[] BODY = {"body", "bodyBase64", "payload"};
    private static final String[] EXPECT = {"expect", "expected", "result", "valid"};
    private static final List<String> FIELDS = Stream.of(
                    Stream.of(SECRET),
                    Stream.of(BODY),
                    Stream.of(EXPECT),
                    Stream.of("headers", "now", "timestamp", "scheme", "provider", "tolerance"))
            .flatMap(names -> names)
            .toList();

    static List<VectorFile.Vector> in(VectorFields file, List<VectorField> listed) {
        List<VectorFields> vectors =
                listed.stream().map(vector -> VectorFields.of(vector, FIELDS)).toList();
        Optional<String> schemeOfFile = VectorScheme.ofFile(file, vectors);
        return vectors.stream()
                .map(vector -> (VectorFile.Vector) read(file, vector, schemeOfFile))
                .toList();
    }

    private static WebhookVector read(VectorFields file, VectorFields vector, Optional<String> schemeOfFile) {
        Headers headers = VectorHeaders.of(vector.only("headers"));
        SignatureScheme scheme = VectorScheme.with(
                VectorScheme.of(vector, schemeOfFile),
                vector.first("tolerance")
                        .or(() -> file.first("tolerance"))
                        .map(WebhookVector::tolerance)
                        .orElse(Attempt.TOLERANCE));
        return new WebhookVector(
                vector.where(),
                scheme,
                vector.only(SECRET).oneOrMore().stream()
                        .map(secret -> VectorScheme.key(scheme, secret))
                        .toList(),
                now(vector, scheme),
                Payload.of(body(vector.only(BODY))),
                headers,
                VectorVerdict.verifies(vector.only(EXPECT)));
    }

    private static Duration tolerance(VectorField tolerance) {
        if (!tolerance.value().isIntegralNumber() || !tolerance.value().asText().matches("[0-9]{1,11}")) {
            throw tolerance.unreadable("is " + tolerance.value() + "; write a whole number of seconds, as 300");
        }
        return Duration.ofSeconds(tolerance.value().longValue());
    }

    /** Where no time is signed it doesn't matter, and may be missing. */
    private static Instant now(VectorFields vector, SignatureScheme scheme) {
        return vector.first("now", "timestamp")
                .filter(time -> VectorScheme.signsTime(scheme) || !time.value().isNull())
                .map(VectorTime::of)
                .orElseGet(() -> {
                    if (VectorScheme.signsTime(scheme)) {
                        throw vector.unreadable(
                                "timestamp is missing, and its scheme signs a time; write when it is received");
                    }
                    return Instant.EPOCH;
                });
    }

    private static byte[] body(VectorField body) {
        return VectorSpelling.plain(body.name()).endsWith("base64") ? body.base64(body.text()) : body.utf8();
    }

    @Override
    public void check() {
        List<StagedKey> staged = keys.stream()
                .map(key -> new StagedKey(key, KeyStage.CURRENT, "vector"))
                .toList();
        Verification verification = scheme.verify(headers, body.bytes(), new Keyring(staged), now);
        assertThat(verification instanceof Verified)
                .as("%s: whether it is verified; our answer was %s", name, verification)
                .isEqualTo(verifies);
    }
}
