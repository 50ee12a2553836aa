package dev.hookwarden.simulation.sqs;

import java.time.Instant;
import java.util.Map;

/** A message in a queue; which of its attributes are text is all that is used of their types. */
final class StoredMessage {
    final String id;
    final String body;
    final Map<String, String> attributes;
    final Instant sentAt;
    Instant visibleAt;
    int receives;

    StoredMessage(String id, String body, Map<String, String> attributes, Instant sentAt, Instant visibleAt) {
        this.id = id;
        this.body = body;
        this.attributes = Map.copyOf(attributes);
        this.sentAt = sentAt;
        this.visibleAt = visibleAt;
    }

    /** The copy on another of SQS's servers, which hears of a deletion too late. */
    StoredMessage twin(Instant visibleFrom) {
        StoredMessage twin = new StoredMessage(id, body, attributes, sentAt, visibleFrom);
        twin.receives = receives;
        return twin;
    }
}
