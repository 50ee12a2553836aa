package dev.hookwarden.local.stack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.journal.Journal;
import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogLine;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What became of every attempt, read from the lines that the functions log: the same that the metric filters see. Keeps the last
 * {@value #KEPT} of each kind.
 */
final class AttemptLedger implements EventLog {
    private static final int KEPT = 100_000;
    private static final Set<String> WAITING = Set.of("queued", "failed");

    private final InstantSource clock;
    private final Journal journal;
    private final Map<String, ObjectNode> deliveries;
    private final Map<String, ObjectNode> refusals = new Bounded(Journal.none());
    private long refused;

    /** Makes a ledger of the deliveries that the journal kept; it keeps those to come as well, but no refusals. */
    AttemptLedger(InstantSource clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
        this.deliveries = new Bounded(journal);
        journal.load().forEach((attemptId, entry) -> deliveries.put(attemptId, (ObjectNode) entry));
    }

    @Override
    public synchronized void write(LogLine line) {
        switch (line.event()) {
            case DELIVERY_ACCEPTED -> accepted(line);
            case DELIVERY_PROCESSED, CANARY_RECEIVED -> state(text(line, "attemptId"), "processed");
            case DELIVERY_DUPLICATE -> state(text(line, "attemptId"), "duplicate");
            case DELIVERY_FAILED -> state(text(line, "attemptId"), "failed");
            case SIGNATURE_REFUSED, REQUEST_REFUSED -> refused(line);
            default -> {
                // The other events are about the stack, not about an attempt.
            }
        }
    }

    /** An attempt whose message SQS has given up on. */
    synchronized void dead(String attemptId) {
        state(attemptId, "dead");
    }

    /** When the oldest delivery arrived that is still in the queue. */
    synchronized Optional<Instant> oldestWaiting() {
        return deliveries.values().stream()
                .filter(delivery -> WAITING.contains(delivery.path("state").asText()))
                .map(delivery -> Instant.parse(delivery.path("receivedAt").asText()))
                .min(Comparator.naturalOrder());
    }

    /** One object for each accepted attempt, the oldest first. */
    synchronized ArrayNode deliveries() {
        return copy(deliveries);
    }

    /** One object for each refused attempt, the oldest first. */
    synchronized ArrayNode refusals() {
        return copy(refusals);
    }

    private void accepted(LogLine line) {
        String attemptId = text(line, "attemptId");
        ObjectNode delivery = entry(attemptId);
        for (String field :
                new String[] {"provider", "deliveryId", "eventType", "receivedAt", "keyStage", "keyVersion"}) {
            delivery.put(field, text(line, field));
        }
        journal.put(attemptId, delivery);
    }

    /** A message that could not be opened names no attempt. */
    private void state(String attemptId, String state) {
        if (!attemptId.isEmpty()) {
            journal.put(attemptId, entry(attemptId).put("state", state));
        }
    }

    /** The processor may be done before the line that says the attempt was accepted is written. */
    private ObjectNode entry(String attemptId) {
        return deliveries.computeIfAbsent(
                attemptId,
                id -> LocalJson.object()
                        .put("provider", "")
                        .put("deliveryId", "")
                        .put("eventType", "")
                        .put("receivedAt", now())
                        .put("keyStage", "")
                        .put("keyVersion", "")
                        .put("state", "queued")
                        .put("attemptId", id));
    }

    private void refused(LogLine line) {
        ObjectNode refusal = LocalJson.object()
                .put("provider", text(line, "provider"))
                .put("reason", text(line, "reason"))
                .put("at", now())
                .put("sourceIp", text(line, "sourceIp"));
        refusals.put(String.valueOf(refused++), refusal);
    }

    private String now() {
        return Instant.ofEpochMilli(clock.millis()).toString();
    }

    private static String text(LogLine line, String field) {
        return String.valueOf(line.fields().getOrDefault(field, ""));
    }

    private static ArrayNode copy(Map<String, ObjectNode> entries) {
        ArrayNode copy = LocalJson.array();
        entries.values().forEach(entry -> copy.add(entry.deepCopy()));
        return copy;
    }

    /** Forgets its oldest entry for each one too many. */
    private static final class Bounded extends LinkedHashMap<String, ObjectNode> {
        private final transient Journal journal;

        Bounded(Journal journal) {
            this.journal = journal;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ObjectNode> eldest) {
            if (size() > KEPT) {
                journal.remove(eldest.getKey());
                return true;
            }
            return false;
        }
    }
}
