package dev.hookwarden.processor;

import dev.hookwarden.delivery.DeliveryMetadata;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Claims a batch's deliveries one by one. Of the messages that go no further, the report says why and the disposal gets the payload. */
final class BatchClaims {
    private final SeenDeliveries seen;
    private final Duration retention;
    private final InstantSource clock;
    private final BatchReport report;
    private final PayloadDisposal disposal;

    /** The attempt that holds each delivery which this batch has claimed. */
    private final Map<String, String> holders = new HashMap<>();

    /** @param retention how long a delivery is remembered */
    BatchClaims(
            SeenDeliveries seen,
            Duration retention,
            InstantSource clock,
            BatchReport report,
            PayloadDisposal disposal) {
        this.seen = seen;
        this.retention = retention;
        this.clock = clock;
        this.report = report;
        this.disposal = disposal;
    }

    /**
     * The messages that are to be sent on.
     *
     * @param giveUp from when on no further claim is tried
     */
    List<OpenedMessage> of(List<OpenedMessage> messages, Instant giveUp) {
        List<OpenedMessage> kept = new ArrayList<>();
        for (OpenedMessage message : messages) {
            if (holders.containsKey(message.metadata().idempotencyKey())) {
                dropSecond(message);
            } else if (clock.instant().isAfter(giveUp)) {
                report.outOfTime(message);
            } else if (isFirst(message)) {
                holders.put(
                        message.metadata().idempotencyKey(), message.metadata().attemptId());
                keepOrDrop(message, kept);
            }
        }
        return kept;
    }

    /** A second message of a delivery is dropped even if the sink refuses the first: that one comes again. */
    private void dropSecond(OpenedMessage message) {
        DeliveryMetadata delivery = message.metadata();
        report.duplicate(message);
        // SQS may give a message twice, and ingest may have sent it twice: then the first still needs the payload.
        if (!delivery.attemptId().equals(holders.get(delivery.idempotencyKey()))) {
            disposal.dropped(message);
        }
    }

    /** A canary's way ends with its claim: that is the record which says that it came out of the queue. */
    private void keepOrDrop(OpenedMessage message, List<OpenedMessage> kept) {
        if (message.metadata().isCanary()) {
            report.canary(message);
            disposal.dropped(message);
        } else {
            kept.add(message);
        }
    }

    private boolean isFirst(OpenedMessage message) {
        try {
            Instant now = clock.instant();
            return switch (seen.claim(message.metadata(), now, now.plus(retention))) {
                case FIRST -> true;
                case DUPLICATE -> {
                    report.duplicate(message);
                    disposal.dropped(message);
                    yield false;
                }
            };
        } catch (RuntimeException fault) {
            report.claimFailed(message, fault);
            return false;
        }
    }
}
