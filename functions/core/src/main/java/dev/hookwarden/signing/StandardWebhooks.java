package dev.hookwarden.signing;

import dev.hookwarden.http.Headers;
import dev.hookwarden.signing.Verification.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The symmetric scheme of the Standard Webhooks specification (github.com/standard-webhooks/standard-webhooks): HMAC-SHA256 of
 * {@code id.time.payload}, one or more signatures {@code v1,base64} separated by blanks, keys {@code whsec_} and base64.
 *
 * @param tolerance how far the signed time may lie before or after ours
 */
public record StandardWebhooks(Duration tolerance) implements SignatureScheme {
    private static final String ID_HEADER = "webhook-id";
    private static final String TIMESTAMP_HEADER = "webhook-timestamp";
    private static final String SIGNATURE_HEADER = "webhook-signature";
    private static final String VERSION = "v1,";
    private static final String KEY_PREFIX = "whsec_";

    /** An id with a dot could be moved against the time behind it without changing what is signed. */
    private static final Pattern ID = Pattern.compile("[!-~&&[^.]]{1,256}");

    @Override
    public String header() {
        return SIGNATURE_HEADER;
    }

    @Override
    public SigningKey signingKey(String text) {
        String base64 = text.startsWith(KEY_PREFIX) ? text.substring(KEY_PREFIX.length()) : text;
        try {
            return SigningKey.ofBytes(text, Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException malformed) {
            throw new UnusableKeyException(KeyDefect.in(text).orElse(KeyDefect.NOT_BASE64));
        }
    }

    @Override
    public Verification verify(Headers headers, byte[] payload, Keyring keyring, Instant now) {
        Optional<Refused> repeatedOrMissing = SingleHeader.SIGNATURE
                .flaw(headers, SIGNATURE_HEADER)
                .or(() -> SingleHeader.TIMESTAMP.flaw(headers, TIMESTAMP_HEADER))
                .or(() -> SingleHeader.ID.flaw(headers, ID_HEADER));
        if (repeatedOrMissing.isPresent()) {
            return repeatedOrMissing.get();
        }
        String id = headers.all(ID_HEADER).getFirst();
        if (!ID.matcher(id).matches()) {
            return new Refused(RefusalReason.ID_MALFORMED);
        }
        List<byte[]> presented = decode(headers.all(SIGNATURE_HEADER).getFirst());
        if (presented.isEmpty()) {
            return new Refused(RefusalReason.SIGNATURE_MALFORMED);
        }
        String time = headers.all(TIMESTAMP_HEADER).getFirst();
        Optional<Refused> untimely = SignedTime.flaw(time, now, tolerance);
        return untimely.isPresent()
                ? untimely.get()
                : SignatureMatch.find(keyring, MacAlgorithm.HMAC_SHA256, presented, beforePayload(id, time), payload);
    }

    private static List<byte[]> decode(String value) {
        return Arrays.stream(value.split(" ", -1))
                .filter(signature -> signature.startsWith(VERSION))
                .flatMap(
                        signature -> SignatureEncoding.BASE64
                                .decode(signature.substring(VERSION.length()), MacAlgorithm.HMAC_SHA256.length())
                                .stream())
                .toList();
    }

    private static byte[] beforePayload(String id, String time) {
        return (id + "." + time + ".").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Map<String, String> sign(SigningKey key, byte[] payload, String deliveryId, Instant at) {
        String time = SignedTime.write(at);
        byte[] signature = MacAlgorithm.HMAC_SHA256.sign(key, beforePayload(deliveryId, time), payload);
        return Map.of(
                ID_HEADER, deliveryId,
                TIMESTAMP_HEADER, time,
                SIGNATURE_HEADER, VERSION + SignatureEncoding.BASE64.encode(signature));
    }

    @Override
    public boolean covers(String headerName) {
        return headerName.equalsIgnoreCase(ID_HEADER) || headerName.equalsIgnoreCase(TIMESTAMP_HEADER);
    }
}
