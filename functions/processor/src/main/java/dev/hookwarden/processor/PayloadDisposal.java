package dev.hookwarden.processor;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Deletes the stored payloads that a batch has done with, at its end. What can't be deleted costs nothing but storage: the bucket's lifecycle
 * takes it in the end, and no delivery fails for it.
 */
final class PayloadDisposal {
    private final SeenDeliveries seen;
    private final PayloadStore store;
    private final EventLog log;
    private final InstantSource clock;
    private final List<OpenedMessage> dropped = new ArrayList<>();
    private final List<OpenedMessage> published = new ArrayList<>();

    PayloadDisposal(SeenDeliveries seen, PayloadStore store, EventLog log, InstantSource clock) {
        this.seen = seen;
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    /** Nobody will ever ask for this message's payload: the message is a duplicate or a canary. */
    void dropped(OpenedMessage message) {
        if (message.isClaimChecked()) {
            dropped.add(message);
        }
    }

    /** The payload has gone out in the event itself. */
    void published(OpenedMessage message) {
        if (message.isClaimChecked()) {
            published.add(message);
        }
    }

    /**
     * Deletes them.
     *
     * @param expiresAt how long it is remembered that a delivery is settled
     * @param giveUp from when on no further call is begun
     */
    void run(Instant expiresAt, Instant giveUp) {
        // Settled first. Should the function die in between, the message comes again, is a duplicate of itself, and is
        // dropped; the other way
        // round it would ask for a payload that is gone, over and over.
        published.forEach(message -> inTime(message, giveUp, () -> settleAndDelete(message, expiresAt, giveUp)));
        dropped.forEach(message -> inTime(message, giveUp, () -> delete(message)));
    }

    private void settleAndDelete(OpenedMessage message, Instant expiresAt, Instant giveUp) {
        seen.settle(message.metadata(), clock.instant(), expiresAt);
        inTime(message, giveUp, () -> delete(message));
    }

    private void delete(OpenedMessage message) {
        store.delete(message.metadata().payloadKey());
    }

    private void inTime(OpenedMessage message, Instant giveUp, Runnable call) {
        if (clock.instant().isAfter(giveUp)) {
            log.write(left(message).with("reason", FailureReason.OUT_OF_TIME));
            return;
        }
        try {
            call.run();
        } catch (RuntimeException fault) {
            log.write(left(message).withFault(fault));
        }
    }

    private static LogLine left(OpenedMessage message) {
        return LogLine.of(LogEvent.PAYLOAD_NOT_DELETED)
                .with("provider", message.metadata().providerId())
                .with("deliveryId", message.metadata().deliveryId())
                .with("attemptId", message.metadata().attemptId());
    }
}
