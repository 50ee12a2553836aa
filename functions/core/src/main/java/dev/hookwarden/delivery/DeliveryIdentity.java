package dev.hookwarden.delivery;

import dev.hookwarden.http.Headers;
import dev.hookwarden.json.Json;
import dev.hookwarden.provider.Identification;
import dev.hookwarden.provider.Location;
import dev.hookwarden.provider.Location.Field;
import dev.hookwarden.provider.Location.Header;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which delivery a verified payload is, and of what type. A {@link Canary} is one whatever else its payload says.
 *
 * @param deliveryId the provider's own id where it gives one, percent-encoded; else {@code sha256:} and the payload's hash
 * @param eventType the provider's event type, or {@code unknown}
 */
public record DeliveryIdentity(String deliveryId, String eventType) {
    /** The event type of a payload that names none. */
    public static final String UNKNOWN_EVENT_TYPE = "unknown";

    /** EventBridge takes a detail-type of at most 128 characters. */
    private static final int MAX_EVENT_TYPE = 128;

    /** DynamoDB takes a partition key of at most 2,048 bytes; longer ids are hashed away long before that. */
    private static final int MAX_ID = 512;

    /** Reads the identity out of a payload whose signature was verified. Never fails: what can't be read is identified by its hash. */
    public static DeliveryIdentity of(Identification identification, Headers headers, Payload payload) {
        Map<String, String> fields = payload.text()
                .map(text -> Json.topLevelText(text, fieldNames(identification)))
                .orElse(Map.of());
        return Optional.ofNullable(fields.get(Canary.FIELD))
                .flatMap(Canary::withNonce)
                .map(canary -> new DeliveryIdentity(canary.deliveryId(), Canary.EVENT_TYPE))
                .orElseGet(() -> ofProvider(identification, headers, payload, fields));
    }

    private static DeliveryIdentity ofProvider(
            Identification identification, Headers headers, Payload payload, Map<String, String> fields) {
        // Encoded so that no id can contain a colon: none reads like a hash or a canary.
        String id = identification
                .deliveryId()
                .flatMap(location -> read(location, headers, fields))
                .map(value -> URLEncoder.encode(value, StandardCharsets.UTF_8))
                .filter(candidate -> candidate.length() <= MAX_ID)
                .orElseGet(() -> "sha256:" + payload.sha256());
        String eventType = identification
                .eventType()
                .flatMap(location -> read(location, headers, fields))
                .filter(DeliveryIdentity::isName)
                .orElse(UNKNOWN_EVENT_TYPE);
        return new DeliveryIdentity(id, eventType);
    }

    private static Set<String> fieldNames(Identification identification) {
        Stream<String> named = Stream.concat(identification.deliveryId().stream(), identification.eventType().stream())
                .flatMap(location -> location instanceof Field(String name) ? Stream.of(name) : Stream.empty());
        return Stream.concat(named, Stream.of(Canary.FIELD)).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> read(Location location, Headers headers, Map<String, String> fields) {
        Optional<String> value = switch (location) {
            case Field(String name) -> Optional.ofNullable(fields.get(name));
            case Header(String name) ->
                headers.all(name).size() == 1 ? Optional.of(headers.all(name).getFirst()) : Optional.empty();
        };
        return value.filter(text -> !text.isBlank() && isWellFormed(text));
    }

    /** Every unpaired surrogate would be encoded as the same question mark, and different ids read alike. */
    private static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static boolean isName(String text) {
        return text.length() <= MAX_EVENT_TYPE
                && text.chars().allMatch(character -> character > ' ' && character <= '~');
    }
}
