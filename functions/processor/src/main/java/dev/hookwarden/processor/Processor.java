package dev.hookwarden.processor;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.processor.SinkOutcome.Faulted;
import dev.hookwarden.processor.SinkOutcome.Refused;
import dev.hookwarden.processor.SinkOutcome.Sent;
import dev.hookwarden.processor.SinkOutcome.Untried;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Hands the deliveries of a batch to the sink, each one once, and keeps one message's trouble from the others. */
final class Processor {
    /** How long a batch may spend on claims before it gives up those that are left. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    /** How long a batch may take until the sink's last call begins; that call and the answer still fit the function's 30 s. */
    static final Duration PATIENCE_WITH_SINK = Duration.ofSeconds(22);

    private final SeenDeliveries seen;
    private final Duration retention;
    private final DeliverySink sink;
    private final EventLog log;
    private final InstantSource clock;

    /** @param retention how long a delivery is remembered */
    Processor(SeenDeliveries seen, Duration retention, DeliverySink sink, EventLog log, InstantSource clock) {
        this.seen = seen;
        this.retention = retention;
        this.sink = sink;
        this.log = log;
        this.clock = clock;
    }

    /** Processes a batch; answers the ids of the messages that failed and must come again. Never throws for a message. */
    List<String> process(List<QueuedMessage> messages) {
        Instant begin = clock.instant();
        BatchReport report = new BatchReport(log, clock);
        List<OpenedMessage> claimed = claimed(opened(messages, report), begin.plus(PATIENCE), report);
        if (!claimed.isEmpty()) {
            send(claimed, begin.plus(PATIENCE_WITH_SINK), report);
        }
        return report.failedMessages();
    }

    private static List<OpenedMessage> opened(List<QueuedMessage> messages, BatchReport report) {
        List<OpenedMessage> opened = new ArrayList<>();
        for (QueuedMessage message : messages) {
            try {
                opened.add(new OpenedMessage(message, message.envelope().open()));
            } catch (RuntimeException malformed) {
                report.malformed(message, malformed);
            }
        }
        return opened;
    }

    private List<OpenedMessage> claimed(List<OpenedMessage> messages, Instant giveUp, BatchReport report) {
        List<OpenedMessage> claimed = new ArrayList<>();
        Set<String> claimedHere = new HashSet<>();
        for (OpenedMessage message : messages) {
            String key = message.delivery().idempotencyKey();
            // A second message of a delivery is dropped even if the sink refuses the first: that one comes again.
            if (claimedHere.contains(key)) {
                report.duplicate(message);
            } else if (clock.instant().isAfter(giveUp)) {
                report.outOfTime(message);
            } else if (claimed(message, report)) {
                claimedHere.add(key);
                keepOrDrop(message, claimed, report);
            }
        }
        return claimed;
    }

    /** A canary's way ends with its claim: that is the record which says that it came out of the queue. */
    private static void keepOrDrop(OpenedMessage message, List<OpenedMessage> kept, BatchReport report) {
        if (message.delivery().isCanary()) {
            report.canary(message);
        } else {
            kept.add(message);
        }
    }

    private boolean claimed(OpenedMessage message, BatchReport report) {
        try {
            Instant now = clock.instant();
            return switch (seen.claim(message.delivery(), now, now.plus(retention))) {
                case FIRST -> true;
                case DUPLICATE -> {
                    report.duplicate(message);
                    yield false;
                }
            };
        } catch (RuntimeException fault) {
            report.claimFailed(message, fault);
            return false;
        }
    }

    private void send(List<OpenedMessage> messages, Instant giveUp, BatchReport report) {
        List<SinkOutcome> outcomes = outcomes(messages, giveUp);
        for (int index = 0; index < messages.size(); index++) {
            OpenedMessage message = messages.get(index);
            switch (outcomes.get(index)) {
                case Sent() -> report.processed(message);
                case Refused(String errorCode) -> report.sinkRefused(message, errorCode);
                case Untried() -> report.outOfTime(message);
                case Faulted(RuntimeException fault) -> report.sinkFailed(message, fault);
            }
        }
    }

    private List<SinkOutcome> outcomes(List<OpenedMessage> messages, Instant giveUp) {
        try {
            List<SinkOutcome> outcomes =
                    sink.send(messages.stream().map(OpenedMessage::delivery).toList(), giveUp);
            if (outcomes.size() == messages.size()) {
                return outcomes;
            }
            throw new IllegalStateException(
                    "The sink answered " + outcomes.size() + " outcomes for " + messages.size() + " deliveries");
        } catch (RuntimeException fault) {
            return Collections.nCopies(messages.size(), new Faulted(fault));
        }
    }
}
