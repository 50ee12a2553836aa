package dev.hookwarden.cli.deliveries;

import dev.hookwarden.delivery.DeliveryMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One line of the list.
 *
 * @param id provider and delivery id, joined by {@code #}
 */
record ListedDelivery(
        Instant receivedAt, String id, String eventType, String keyVersion, String attemptId, State state) {
    /** What is known of a delivery. */
    enum State {
        /** The processor took it; it is published, unless its message is in the queue still. */
        CLAIMED("claimed"),
        /** In the dead-letter queue. */
        DEAD("dead");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** All of them, the oldest first. What is claimed and dead is dead; another attempt of the same delivery is a line of its own. */
    static List<ListedDelivery> of(List<VerifiedDelivery> claimed, List<DeliveryMetadata> dead) {
        List<ListedDelivery> all =
                new ArrayList<>(dead.stream().map(ListedDelivery::of).toList());
        Set<String> deadAttempts =
                new HashSet<>(dead.stream().map(DeliveryMetadata::attemptId).toList());
        claimed.stream()
                .filter(delivery -> !deadAttempts.contains(delivery.attemptId()))
                .map(ListedDelivery::of)
                .forEach(all::add);
        all.sort(Comparator.comparing(ListedDelivery::receivedAt));
        return all;
    }

    private static ListedDelivery of(DeliveryMetadata dead) {
        return new ListedDelivery(
                dead.receivedAt(),
                dead.idempotencyKey(),
                dead.eventType(),
                dead.keyVersion(),
                dead.attemptId(),
                State.DEAD);
    }

    private static ListedDelivery of(VerifiedDelivery claimed) {
        return new ListedDelivery(
                claimed.receivedAt(),
                claimed.id(),
                claimed.eventType(),
                claimed.keyVersion(),
                claimed.attemptId(),
                State.CLAIMED);
    }

    Map<String, Object> facts() {
        int provider = id.indexOf('#');
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("provider", id.substring(0, Math.max(0, provider)));
        facts.put("deliveryId", id.substring(provider + 1));
        facts.put("eventType", eventType);
        facts.put("receivedAt", receivedAt.toString());
        facts.put("keyVersion", keyVersion);
        facts.put("attemptId", attemptId);
        facts.put("state", state.word());
        return facts;
    }
}
