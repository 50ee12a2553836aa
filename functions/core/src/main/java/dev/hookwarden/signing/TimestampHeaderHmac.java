package dev.hookwarden.signing;

import dev.hookwarden.http.Headers;
import dev.hookwarden.signing.Verification.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * HMAC-SHA256 of {@code v0:time:payload} with the time in a header of its own, as Slack signs
 * (docs.slack.dev/authentication/verifying-requests-from-slack).
 *
 * @param timestampHeader the header that carries the signed time
 * @param version what stands before the time and, with an equals sign, before the signature, as {@code v0}
 * @param tolerance how far the signed time may lie before or after ours
 */
public record TimestampHeaderHmac(String header, String timestampHeader, String version, Duration tolerance)
        implements SignatureScheme {

    @Override
    public SigningKey signingKey(String text) {
        return SigningKey.ofText(text);
    }

    @Override
    public Verification verify(Headers headers, byte[] payload, Keyring keyring, Instant now) {
        Optional<Refused> repeatedOrMissing = SingleHeader.SIGNATURE
                .flaw(headers, header)
                .or(() -> SingleHeader.TIMESTAMP.flaw(headers, timestampHeader));
        if (repeatedOrMissing.isPresent()) {
            return repeatedOrMissing.get();
        }
        String time = headers.all(timestampHeader).getFirst();
        Optional<byte[]> presented = decode(headers.all(header).getFirst());
        if (presented.isEmpty()) {
            return new Refused(RefusalReason.SIGNATURE_MALFORMED);
        }
        Optional<Refused> untimely = SignedTime.flaw(time, now, tolerance);
        return untimely.isPresent()
                ? untimely.get()
                : SignatureMatch.find(
                        keyring, MacAlgorithm.HMAC_SHA256, List.of(presented.get()), beforePayload(time), payload);
    }

    private Optional<byte[]> decode(String value) {
        String prefix = version + "=";
        return value.startsWith(prefix)
                ? SignatureEncoding.HEX.decode(value.substring(prefix.length()), MacAlgorithm.HMAC_SHA256.length())
                : Optional.empty();
    }

    private byte[] beforePayload(String time) {
        return (version + ":" + time + ":").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Map<String, String> sign(SigningKey key, byte[] payload, String deliveryId, Instant at) {
        String time = SignedTime.write(at);
        byte[] signature = MacAlgorithm.HMAC_SHA256.sign(key, beforePayload(time), payload);
        return Map.of(header, version + "=" + SignatureEncoding.HEX.encode(signature), timestampHeader, time);
    }

    @Override
    public boolean covers(String headerName) {
        return headerName.equalsIgnoreCase(timestampHeader);
    }
}
