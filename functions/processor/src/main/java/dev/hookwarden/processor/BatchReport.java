package dev.hookwarden.processor;

import dev.hookwarden.delivery.DeliveryMetadata;
import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What became of each message of a batch: one log line each, and the ids of those that failed. */
final class BatchReport {
    private final EventLog log;
    private final InstantSource clock;
    private final List<String> failed = new ArrayList<>();

    BatchReport(EventLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    void processed(OpenedMessage message) {
        log.write(line(LogEvent.DELIVERY_PROCESSED, message));
    }

    void canary(OpenedMessage message) {
        log.write(line(LogEvent.CANARY_RECEIVED, message));
    }

    void duplicate(OpenedMessage message) {
        log.write(line(LogEvent.DELIVERY_DUPLICATE, message));
    }

    void malformed(QueuedMessage message, RuntimeException fault) {
        LogLine line = LogLine.of(LogEvent.DELIVERY_FAILED)
                .with("provider", "unknown")
                .with("receiveCount", message.receiveCount());
        fail(message, line, FailureReason.MALFORMED_ENVELOPE).withFault(fault);
        log.write(line);
    }

    void claimFailed(OpenedMessage message, RuntimeException fault) {
        log.write(failure(message, FailureReason.CLAIM_FAILED).withFault(fault));
    }

    void outOfTime(OpenedMessage message) {
        log.write(failure(message, FailureReason.OUT_OF_TIME));
    }

    void payloadUnavailable(OpenedMessage message, PayloadUnavailableException fault) {
        log.write(failure(message, FailureReason.PAYLOAD_UNAVAILABLE)
                .with("errorCode", fault.errorCode())
                .withFault(fault));
    }

    void payloadChanged(OpenedMessage message) {
        log.write(failure(message, FailureReason.PAYLOAD_CHANGED));
    }

    void sinkRefused(OpenedMessage message, String errorCode) {
        log.write(failure(message, FailureReason.SINK_REFUSED).with("errorCode", errorCode));
    }

    void sinkFailed(OpenedMessage message, RuntimeException fault) {
        log.write(failure(message, FailureReason.SINK_FAILED).withFault(fault));
    }

    void enrichmentFailed(OpenedMessage message, String errorCode) {
        log.write(failure(message, FailureReason.ENRICHMENT_FAILED).with("errorCode", errorCode));
    }

    /** It comes again like one that failed, and nothing went wrong. */
    void deferred(OpenedMessage message, String reason) {
        failed.add(message.message().messageId());
        log.write(line(LogEvent.DELIVERY_DEFERRED, message).with("reason", reason));
    }

    /** The ids of the messages that failed, in the order they did. */
    List<String> failedMessages() {
        return List.copyOf(failed);
    }

    private LogLine failure(OpenedMessage message, FailureReason reason) {
        return fail(message.message(), line(LogEvent.DELIVERY_FAILED, message), reason);
    }

    private LogLine fail(QueuedMessage message, LogLine line, FailureReason reason) {
        failed.add(message.messageId());
        return line.with("reason", reason).with("messageId", message.messageId());
    }

    private LogLine line(LogEvent event, OpenedMessage message) {
        DeliveryMetadata delivery = message.metadata();
        return LogLine.of(event)
                .with("provider", delivery.providerId())
                .with("deliveryId", delivery.deliveryId())
                .with("eventType", delivery.eventType())
                .with("attemptId", delivery.attemptId())
                .with("keyStage", delivery.keyStage())
                .with("receiveCount", message.message().receiveCount())
                .with(
                        "latencyMs",
                        Duration.between(delivery.receivedAt(), clock.instant()).toMillis());
    }
}
