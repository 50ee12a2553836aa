package dev.hookwarden.signing;

import dev.hookwarden.provider.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The schemes that a webhook vector may be of: named, or known by the header that carries the signature. */
final class VectorScheme {
    static final List<String> NAMES = Stream.concat(
                    Provider.ALL.stream().map(Provider::id), Stream.of("shopify", "slack"))
            .sorted()
            .toList();

    /** A header that somebody's signature may be in. */
    private static final Pattern LIKE_A_SIGNATURE =
            Pattern.compile(".*(signature|hmac|\\bsign?\\b).*", Pattern.CASE_INSENSITIVE);

    private VectorScheme() {}

    /** The scheme of a whole file: what it names, or else that of the first vector that tells its own. */
    static Optional<String> ofFile(VectorFields file, List<VectorFields> vectors) {
        return named(file)
                .or(() -> vectors.stream()
                        .flatMap(vector -> told(vector).stream())
                        .findFirst());
    }

    /**
     * The scheme of a vector: what it names; or that of the file, if the vector has its signature's header or none that looks like a
     * signature's; or the one whose header it has.
     */
    static String of(VectorFields vector, Optional<String> ofFile) {
        return named(vector)
                .or(() -> ofFile.filter(name ->
                        shown(vector).contains(name) || headers(vector).noneMatch(LIKE_A_SIGNATURE.asMatchPredicate())))
                .or(() -> told(vector))
                .orElseThrow(() -> vector.unreadable(
                        "its headers don't show one scheme; name it in scheme, one of " + String.join(", ", NAMES)));
    }

    private static Optional<String> told(VectorFields vector) {
        return named(vector)
                .or(() -> Optional.of(shown(vector))
                        .filter(names -> names.size() == 1)
                        .map(List::getFirst));
    }

    private static Optional<String> named(VectorFields vectorOrFile) {
        return vectorOrFile
                .first("scheme", "provider")
                .map(field -> NAMES.stream()
                        .filter(name -> letters(name).equals(letters(field.text())))
                        .findFirst()
                        .orElseThrow(() ->
                                field.unreadable("is " + field.text() + "; write one of " + String.join(", ", NAMES))));
    }

    private static String letters(String name) {
        return name.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
    }

    /** The schemes whose header it has. */
    private static List<String> shown(VectorFields vector) {
        return NAMES.stream()
                .filter(name ->
                        headers(vector).anyMatch(with(name, Duration.ZERO).header()::equalsIgnoreCase))
                .toList();
    }

    private static Stream<String> headers(VectorFields vector) {
        return vector.first("headers").stream()
                .flatMap(headers -> headers.value().propertyStream())
                .map(header -> header.getKey());
    }

    static SignatureScheme with(String name, Duration tolerance) {
        return switch (name) {
            case "standard-webhooks" -> new StandardWebhooks(tolerance);
            case "stripe" -> new TimestampedHmac("Stripe-Signature", tolerance);
            case "slack" -> new TimestampHeaderHmac("X-Slack-Signature", "X-Slack-Request-Timestamp", "v0", tolerance);
            case "shopify" -> Sender.SHOPIFY.scheme();
            default -> Provider.withId(name).orElseThrow().scheme();
        };
    }

    static boolean signsTime(SignatureScheme scheme) {
        return switch (scheme) {
            case BodyHmac _ -> false;
            case TimestampedHmac _, TimestampHeaderHmac _, StandardWebhooks _ -> true;
        };
    }

    /** The key that a secret stands for, however short it is. */
    static SigningKey key(SignatureScheme scheme, VectorField secret) {
        byte[] bytes = scheme instanceof StandardWebhooks
                ? secret.base64(secret.text().replaceFirst("^whsec_", ""))
                : secret.utf8();
        if (bytes.length == 0) {
            throw secret.unreadable("is empty; write the key as the provider shows it");
        }
        return new SigningKey(bytes);
    }
}
