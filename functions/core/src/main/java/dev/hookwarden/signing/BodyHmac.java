package dev.hookwarden.signing;

import dev.hookwarden.http.Headers;
import dev.hookwarden.signing.Verification.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An HMAC of the payload alone, as GitHub, Shopify and Zenoo send it. Signs no time, so only dropping repeats stops a replay.
 *
 * @param prefix what stands before the encoded signature, as {@code sha256=}; may be empty
 */
public record BodyHmac(String header, MacAlgorithm algorithm, SignatureEncoding encoding, String prefix)
        implements SignatureScheme {

    @Override
    public SigningKey signingKey(String text) {
        return SigningKey.ofText(text);
    }

    @Override
    public Verification verify(Headers headers, byte[] payload, Keyring keyring, Instant now) {
        Optional<Refused> flaw = SingleHeader.SIGNATURE.flaw(headers, header);
        if (flaw.isPresent()) {
            return flaw.get();
        }
        Optional<byte[]> presented = decode(headers.all(header).getFirst());
        return presented.isPresent()
                ? SignatureMatch.find(keyring, algorithm, List.of(presented.get()), payload)
                : new Refused(RefusalReason.SIGNATURE_MALFORMED);
    }

    private Optional<byte[]> decode(String value) {
        return value.startsWith(prefix)
                ? encoding.decode(value.substring(prefix.length()), algorithm.length())
                : Optional.empty();
    }

    @Override
    public Map<String, String> sign(SigningKey key, byte[] payload, String deliveryId, Instant at) {
        return Map.of(header, prefix + encoding.encode(algorithm.sign(key, payload)));
    }
}
