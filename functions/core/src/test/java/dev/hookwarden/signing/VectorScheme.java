package dev.hookwarden.signing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.provider.Provider;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The schemes that a webhook vector may be of: named, or known by the header that carries the signature. */
final class VectorScheme {
    private static final Map<String, String> BY_HEADER = Map.of(
            "webhook-signature", "standard-webhooks",
            "stripe-signature", "stripe",
            "x-slack-signature", "slack",
            "x-hub-signature-256", "github",
            "x-shopify-hmac-sha256", "shopify",
            "x-zenoo-signature", "zenoo",
            "x-signature", "jobsiteon");

    static final List<String> NAMES = BY_HEADER.values().stream().sorted().toList();

    private VectorScheme() {}

    /** What the vector, or the file, says of its scheme. */
    static Optional<String> named(JsonNode vectorOrFile) {
        for (String field : List.of("scheme", "provider")) {
            if (vectorOrFile.has(field)) {
                return Optional.of(vectorOrFile.path(field).asText().toLowerCase(Locale.ROOT));
            }
        }
        return vectorOrFile.path("headers").properties().stream()
                .flatMap(header ->
                        Optional.ofNullable(BY_HEADER.get(header.getKey().toLowerCase(Locale.ROOT))).stream())
                .findFirst();
    }

    static SignatureScheme of(String name, Duration tolerance) {
        return switch (name) {
            case "standard-webhooks", "standardwebhooks" -> new StandardWebhooks(tolerance);
            case "stripe" -> new TimestampedHmac("Stripe-Signature", tolerance);
            case "slack" -> new TimestampHeaderHmac("X-Slack-Signature", "X-Slack-Request-Timestamp", "v0", tolerance);
            case "shopify" -> Sender.SHOPIFY.scheme();
            default ->
                Provider.withId(name)
                        .orElseThrow(() -> new IllegalArgumentException("No scheme " + name + "; there are " + NAMES))
                        .scheme();
        };
    }

    /** The bytes that the scheme signs with. */
    static byte[] keyBytes(SignatureScheme scheme, String secret) {
        String text = scheme instanceof StandardWebhooks ? secret.replaceFirst("^whsec_", "") : secret;
        return scheme instanceof StandardWebhooks
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
    }
}
