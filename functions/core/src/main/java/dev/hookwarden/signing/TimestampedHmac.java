package dev.hookwarden.signing;

import dev.hookwarden.http.Headers;
import dev.hookwarden.signing.Verification.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * HMAC-SHA256 of {@code time.payload}, with the time and one or more signatures in one header: {@code t=1492774577,v1=5257a8...}. The
 * form is Stripe's (docs.stripe.com/webhooks/signature); other versions than {@code v1} are passed over, so that nobody can ask for one.
 *
 * @param tolerance how far the signed time may lie before or after ours
 */
public record TimestampedHmac(String header, Duration tolerance) implements SignatureScheme {
    private static final String TIME = "t=";
    private static final String SIGNATURE = "v1=";

    @Override
    public SigningKey signingKey(String text) {
        return SigningKey.ofText(text);
    }

    @Override
    public Verification verify(Headers headers, byte[] payload, Keyring keyring, Instant now) {
        Optional<Refused> repeatedOrMissing = SingleHeader.SIGNATURE.flaw(headers, header);
        if (repeatedOrMissing.isPresent()) {
            return repeatedOrMissing.get();
        }
        List<String> fields = Arrays.asList(headers.all(header).getFirst().split(",", -1));
        List<String> times = valuesOf(TIME, fields);
        if (times.size() != 1) {
            return new Refused(times.isEmpty() ? RefusalReason.TIMESTAMP_MISSING : RefusalReason.TIMESTAMP_REPEATED);
        }
        String time = times.getFirst();
        List<byte[]> presented = valuesOf(SIGNATURE, fields).stream()
                .flatMap(value -> SignatureEncoding.HEX.decode(value, MacAlgorithm.HMAC_SHA256.length()).stream())
                .toList();
        if (presented.isEmpty()) {
            return new Refused(RefusalReason.SIGNATURE_MALFORMED);
        }
        Optional<Refused> untimely = SignedTime.flaw(time, now, tolerance);
        return untimely.isPresent()
                ? untimely.get()
                : SignatureMatch.find(keyring, MacAlgorithm.HMAC_SHA256, presented, beforePayload(time), payload);
    }

    private static List<String> valuesOf(String name, List<String> fields) {
        return fields.stream()
                .filter(field -> field.startsWith(name))
                .map(field -> field.substring(name.length()))
                .toList();
    }

    private static byte[] beforePayload(String time) {
        return (time + ".").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Map<String, String> sign(SigningKey key, byte[] payload, String deliveryId, Instant at) {
        String time = SignedTime.write(at);
        byte[] signature = MacAlgorithm.HMAC_SHA256.sign(key, beforePayload(time), payload);
        return Map.of(header, TIME + time + "," + SIGNATURE + SignatureEncoding.HEX.encode(signature));
    }
}
