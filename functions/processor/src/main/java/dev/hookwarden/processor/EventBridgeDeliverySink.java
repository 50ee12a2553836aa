package dev.hookwarden.processor;

import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.processor.SinkOutcome.Faulted;
import dev.hookwarden.processor.SinkOutcome.Refused;
import dev.hookwarden.processor.SinkOutcome.Sent;
import dev.hookwarden.processor.SinkOutcome.Untried;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/**
 * Publishes each delivery as one event: source {@code hookwarden.<provider>}, detail type its event type, time its arrival. The bus gives
 * every event a new id, so the deterministic one is {@code detail.metadata.id}; a consumer that must not act twice keeps it.
 */
final class EventBridgeDeliverySink implements DeliverySink {
    private final EventBridgeClient eventBridge;
    private final String busName;
    private final InstantSource clock;

    EventBridgeDeliverySink(EventBridgeClient eventBridge, String busName, InstantSource clock) {
        this.eventBridge = eventBridge;
        this.busName = busName;
        this.clock = clock;
    }

    @Override
    public List<SinkOutcome> send(List<Delivery> deliveries, Instant giveUp) {
        return PutEventsSizes.intoRequests(deliveries.stream().map(this::entry).toList()).stream()
                .flatMap(entries -> putInTime(entries, giveUp).stream())
                .toList();
    }

    private List<SinkOutcome> putInTime(List<PutEventsRequestEntry> entries, Instant giveUp) {
        return clock.instant().isAfter(giveUp) ? Collections.nCopies(entries.size(), new Untried()) : put(entries);
    }

    private PutEventsRequestEntry entry(Delivery delivery) {
        return PutEventsRequestEntry.builder()
                .eventBusName(busName)
                .source("hookwarden." + delivery.providerId())
                .detailType(delivery.eventType())
                .time(delivery.receivedAt())
                .detail(EventDetail.of(delivery))
                .build();
    }

    private List<SinkOutcome> put(List<PutEventsRequestEntry> entries) {
        try {
            List<PutEventsResultEntry> results =
                    eventBridge.putEvents(put -> put.entries(entries)).entries();
            if (results.size() == entries.size()) {
                return results.stream().map(EventBridgeDeliverySink::outcome).toList();
            }
            throw new IllegalStateException(
                    "PutEvents answered " + results.size() + " results for " + entries.size() + " entries");
        } catch (RuntimeException fault) {
            return Collections.nCopies(entries.size(), new Faulted(fault));
        }
    }

    private static SinkOutcome outcome(PutEventsResultEntry result) {
        return result.errorCode() == null ? new Sent() : new Refused(result.errorCode());
    }
}
