package dev.hookwarden.processor;

import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.delivery.DeliveryMetadata;
import dev.hookwarden.processor.SinkOutcome.Faulted;
import dev.hookwarden.processor.SinkOutcome.Refused;
import dev.hookwarden.processor.SinkOutcome.Sent;
import dev.hookwarden.processor.SinkOutcome.SentByReference;
import dev.hookwarden.processor.SinkOutcome.Untried;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/**
 * Publishes each delivery as one event: source {@code hookwarden.<provider>}, detail type its event type, time its arrival. The bus gives
 * every event a new id, so the deterministic one is {@code detail.metadata.id}; a consumer that must not act twice keeps it. A payload that
 * is too large for an event stays in the bucket, and the event says where.
 */
final class EventBridgeDeliverySink implements DeliverySink {
    private final EventBridgeClient eventBridge;
    private final String busName;
    private final String payloadBucket;
    private final InstantSource clock;

    EventBridgeDeliverySink(EventBridgeClient eventBridge, String busName, String payloadBucket, InstantSource clock) {
        this.eventBridge = eventBridge;
        this.busName = busName;
        this.payloadBucket = payloadBucket;
        this.clock = clock;
    }

    @Override
    public List<SinkOutcome> send(List<Delivery> deliveries, Instant giveUp) {
        return sendEnriched(deliveries.stream().map(EnrichedDelivery::bare).toList(), giveUp);
    }

    /** As {@link #send}; an enrichment that its event has no room for beside the payload is left out. */
    List<SinkOutcome> sendEnriched(List<EnrichedDelivery> deliveries, Instant giveUp) {
        List<Event> events = deliveries.stream().map(this::event).toList();
        List<SinkOutcome> outcomes = PutEventsSizes.intoRequests(
                        events.stream().map(Event::entry).toList())
                .stream()
                .flatMap(entries -> putInTime(entries, giveUp).stream())
                .toList();
        return IntStream.range(0, events.size())
                .mapToObj(index -> events.get(index).outcome(outcomes.get(index)))
                .toList();
    }

    private List<SinkOutcome> putInTime(List<PutEventsRequestEntry> entries, Instant giveUp) {
        return clock.instant().isAfter(giveUp) ? Collections.nCopies(entries.size(), new Untried()) : put(entries);
    }

    private Event event(EnrichedDelivery delivery) {
        return delivery.richestFirst()
                .filter(version -> version.delivery().payload().size() <= PutEventsSizes.MAX_EMBEDDING)
                .map(version -> new Event(entry(version, EventDetail.embedding(version)), false))
                .filter(Event::fits)
                .findFirst()
                .orElseGet(() -> reference(delivery));
    }

    private Event reference(EnrichedDelivery delivery) {
        Event rich = referring(delivery);
        return rich.fits() ? rich : referring(delivery.withoutBody());
    }

    private Event referring(EnrichedDelivery delivery) {
        return new Event(entry(delivery, EventDetail.referring(delivery, payloadBucket)), true);
    }

    private PutEventsRequestEntry entry(EnrichedDelivery delivery, String detail) {
        DeliveryMetadata metadata = delivery.delivery().metadata();
        return PutEventsRequestEntry.builder()
                .eventBusName(busName)
                .source("hookwarden." + metadata.providerId())
                .detailType(metadata.eventType())
                .time(metadata.receivedAt())
                .detail(detail)
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

    /** @param refers whether the payload is not in it */
    private record Event(PutEventsRequestEntry entry, boolean refers) {
        boolean fits() {
            return PutEventsSizes.sizeOf(entry) <= PutEventsSizes.MAX_EMBEDDING;
        }

        SinkOutcome outcome(SinkOutcome answer) {
            return refers && answer instanceof Sent ? new SentByReference() : answer;
        }
    }
}
