package dev.hookwarden.rotation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hookwarden.json.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** Publishes on an EventBridge bus: source {@code hookwarden.rotation}, detail type {@code KeyRotated}. */
public final class EventBridgeRotationEvents implements RotationEvents {
    private final EventBridgeClient eventBridge;
    private final String busName;

    public EventBridgeRotationEvents(EventBridgeClient eventBridge, String busName) {
        this.eventBridge = eventBridge;
        this.busName = busName;
    }

    /** Fails also when the call succeeds and its entry doesn't: PutEvents answers 200 for both. */
    @Override
    public void keyRotated(KeyRotated event) {
        PutEventsRequestEntry entry = PutEventsRequestEntry.builder()
                .eventBusName(busName)
                .source("hookwarden.rotation")
                .detailType("KeyRotated")
                .detail(detail(event))
                .build();
        Optional<PutEventsResultEntry> result = eventBridge.putEvents(put -> put.entries(entry)).entries().stream()
                .findFirst();
        if (result.map(PutEventsResultEntry::eventId).isEmpty()) {
            throw RotationRefusedException.of(
                    RotationRefusal.EVENT_NOT_PUBLISHED,
                    result.map(PutEventsResultEntry::errorCode).orElse("no_answer"));
        }
    }

    private static String detail(KeyRotated event) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("id", event.id());
            json.writeStringField("provider", event.key().providerId());
            json.writeStringField("key", event.key().id());
            json.writeStringField("versionId", event.versionId());
            json.writeStringField("previousVersionId", event.previousVersionId().orElse(null));
            json.writeStringField("overlapEnds", event.overlapEnds().toString());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        return text.toString();
    }
}
