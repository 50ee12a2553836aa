package dev.hookwarden.processor;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.processor.SinkOutcome.Faulted;
import dev.hookwarden.processor.SinkOutcome.NotYet;
import dev.hookwarden.processor.SinkOutcome.Refused;
import dev.hookwarden.processor.SinkOutcome.Sent;
import dev.hookwarden.processor.SinkOutcome.SentByReference;
import dev.hookwarden.processor.SinkOutcome.Unenriched;
import dev.hookwarden.processor.SinkOutcome.Untried;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Hands the deliveries of a batch to the sink, each one once, and keeps one message's trouble from the others. */
final class Processor {
    /** How long a batch may spend on claims before it gives up those that are left. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    /** How long a batch may take until the last stored payload is asked for. */
    static final Duration PATIENCE_WITH_STORE = Duration.ofSeconds(17);

    /** How long a batch may take until the sink's last call begins. */
    static final Duration PATIENCE_WITH_SINK = Duration.ofSeconds(22);

    /** How long a batch may take until its last call of all begins; that call and the answer still fit the function's 30 s. */
    static final Duration PATIENCE_WITH_DISPOSAL = Duration.ofSeconds(24);

    private final SeenDeliveries seen;
    private final Duration retention;
    private final PayloadStore store;
    private final DeliverySink sink;
    private final EventLog log;
    private final InstantSource clock;

    /** @param retention how long a delivery is remembered */
    Processor(
            SeenDeliveries seen,
            Duration retention,
            PayloadStore store,
            DeliverySink sink,
            EventLog log,
            InstantSource clock) {
        this.seen = seen;
        this.retention = retention;
        this.store = store;
        this.sink = sink;
        this.log = log;
        this.clock = clock;
    }

    /** Processes a batch; answers the ids of the messages that failed and must come again. Never throws for a message. */
    List<String> process(List<QueuedMessage> messages) {
        Instant begin = clock.instant();
        BatchReport report = new BatchReport(log, clock);
        PayloadDisposal disposal = new PayloadDisposal(seen, store, log, clock);
        List<OpenedMessage> claimed = new BatchClaims(seen, retention, clock, report, disposal)
                .of(opened(messages, report), begin.plus(PATIENCE));
        List<FetchedMessage> fetched =
                new PayloadFetch(store, clock).of(claimed, begin.plus(PATIENCE_WITH_STORE), report);
        if (!fetched.isEmpty()) {
            send(fetched, begin.plus(PATIENCE_WITH_SINK), report, disposal);
        }
        disposal.run(begin.plus(retention), begin.plus(PATIENCE_WITH_DISPOSAL));
        return report.failedMessages();
    }

    private static List<OpenedMessage> opened(List<QueuedMessage> messages, BatchReport report) {
        List<OpenedMessage> opened = new ArrayList<>();
        for (QueuedMessage message : messages) {
            try {
                opened.add(OpenedMessage.of(message));
            } catch (RuntimeException malformed) {
                report.malformed(message, malformed);
            }
        }
        return opened;
    }

    private void send(List<FetchedMessage> messages, Instant giveUp, BatchReport report, PayloadDisposal disposal) {
        List<SinkOutcome> outcomes = outcomes(messages, giveUp);
        for (int index = 0; index < messages.size(); index++) {
            OpenedMessage message = messages.get(index).opened();
            switch (outcomes.get(index)) {
                case Sent() -> {
                    report.processed(message);
                    disposal.published(message);
                }
                case SentByReference() -> report.processed(message);
                case Refused(String errorCode) -> report.sinkRefused(message, errorCode);
                case Untried() -> report.outOfTime(message);
                case Faulted(RuntimeException fault) -> report.sinkFailed(message, fault);
                case NotYet(String reason) -> report.deferred(message, reason);
                case Unenriched(String reason) -> report.enrichmentFailed(message, reason);
            }
        }
    }

    private List<SinkOutcome> outcomes(List<FetchedMessage> messages, Instant giveUp) {
        try {
            List<SinkOutcome> outcomes =
                    sink.send(messages.stream().map(FetchedMessage::delivery).toList(), giveUp);
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
