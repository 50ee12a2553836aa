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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What became of every attempt, read from the lines that the functions log: the same that the metric filters see. Keeps the last
 * {@value #KEPT} of each kind.
 */
final class AttemptLedger implements EventLog {
    private static final int KEPT = 100_000;
    private static final int NEWEST = 200;
    private static final List<String> ACCEPTED_FIELDS = List.of(
            "provider", "deliveryId", "eventType", "receivedAt", "keyStage", "keyVersion", "requestId", "sourceIp");
    private static final Set<String> WAITING = Set.of("queued", "failed");

    private final InstantSource clock;
    private final Journal journal;
    private final Bounded deliveries;
    private final Bounded refusals = new Bounded(Journal.none());

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
            case DELIVERY_PROCESSED, CANARY_RECEIVED -> settled(line, "processed");
            case DELIVERY_DUPLICATE -> settled(line, "duplicate");
            case DELIVERY_FAILED -> failed(line);
            case SIGNATURE_REFUSED, REQUEST_REFUSED -> refused(line);
            default -> {
                // The other events are about the stack, not about an attempt.
            }
        }
    }

    /** An attempt whose message SQS has given up on. */
    synchronized void dead(String attemptId) {
        change(attemptId, delivery -> delivery.put("state", "dead"));
    }

    /** The dead letters are in the queue again. */
    synchronized void redriven() {
        deliveries.values().stream()
                .filter(delivery -> delivery.path("state").asText().equals("dead"))
                .map(delivery -> delivery.path("attemptId").asText())
                .toList()
                .forEach(attemptId -> change(attemptId, delivery -> delivery.put("state", "queued")));
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

    /** The newest {@value #NEWEST} of the deliveries, the newest first, and how many there are. */
    synchronized ObjectNode newestDeliveries() {
        return newest(deliveries);
    }

    /** The newest {@value #NEWEST} of the refusals, the newest first, and how many there are. */
    synchronized ObjectNode newestRefusals() {
        return newest(refusals);
    }

    /** The request that brought an accepted attempt. */
    synchronized Optional<String> requestOf(String attemptId) {
        return Optional.ofNullable(deliveries.get(attemptId))
                .map(delivery -> delivery.path("requestId").asText());
    }

    /** The refusal of this request. */
    synchronized Optional<ObjectNode> refusal(String requestId) {
        return Optional.ofNullable(refusals.get(requestId)).map(ObjectNode::deepCopy);
    }

    private void accepted(LogLine line) {
        change(text(line, "attemptId"), delivery -> {
            ACCEPTED_FIELDS.forEach(field -> delivery.put(field, text(line, field)));
            delivery.put("bytes", number(line, "bytes")).put("queuedAt", now());
        });
    }

    private void settled(LogLine line, String state) {
        change(
                text(line, "attemptId"),
                delivery -> delivery.put("state", state)
                        .put("tries", number(line, "receiveCount"))
                        .put("settledAt", now()));
    }

    private void failed(LogLine line) {
        change(
                text(line, "attemptId"),
                delivery -> delivery.put("state", "failed")
                        .put("tries", number(line, "receiveCount"))
                        .put("failure", text(line, "reason")));
    }

    /** A message that could not be opened names no attempt. */
    private void change(String attemptId, Consumer<ObjectNode> change) {
        if (!attemptId.isEmpty()) {
            ObjectNode delivery = entry(attemptId);
            change.accept(delivery);
            journal.put(attemptId, delivery);
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
                        .put("attemptId", id)
                        .put("tries", 0));
    }

    private void refused(LogLine line) {
        ObjectNode refusal = LocalJson.object()
                .put("provider", text(line, "provider"))
                .put("reason", text(line, "reason"))
                .put("at", now())
                .put("sourceIp", text(line, "sourceIp"))
                .put("requestId", text(line, "requestId"))
                .put("bytes", number(line, "bytes"));
        refusals.put(text(line, "requestId"), refusal);
    }

    private String now() {
        return Instant.ofEpochMilli(clock.millis()).toString();
    }

    private static String text(LogLine line, String field) {
        return String.valueOf(line.fields().getOrDefault(field, ""));
    }

    private static long number(LogLine line, String field) {
        return line.fields().get(field) instanceof Long value ? value : 0;
    }

    private static ObjectNode newest(Bounded entries) {
        ObjectNode newest = LocalJson.object().put("total", entries.size());
        ArrayNode list = newest.putArray("newest");
        entries.sequencedValues().reversed().stream().limit(NEWEST).forEach(entry -> list.add(entry.deepCopy()));
        return newest;
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
