package dev.hookwarden.providerapi;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.provider.ApiKey;
import dev.hookwarden.providerapi.ApiOutcome.Failed;
import dev.hookwarden.providerapi.ApiOutcome.NotFound;
import dev.hookwarden.providerapi.ApiOutcome.RateLimited;
import dev.hookwarden.providerapi.ApiOutcome.Refused;
import dev.hookwarden.providerapi.ApiOutcome.Success;
import dev.hookwarden.providerapi.HttpAnswer.Whole;
import java.time.Duration;

/** Says what came of one call: names, numbers and words of ours; of what the provider sent, the request id alone. */
final class CallLog {
    private final EventLog log;
    private final String providerId;
    private final String operation;

    CallLog(EventLog log, String providerId, String operation) {
        this.log = log;
        this.providerId = providerId;
        this.operation = operation;
    }

    /**
     * An attempt ended.
     *
     * @param attempt from 1
     */
    void attempted(int attempt, HttpAnswer answer, Duration took, ApiKey key, ApiOutcome<?> outcome) {
        LogLine line = line(attempt).with("status", answer.status()).with("durationMs", took.toMillis());
        if (answer instanceof Whole whole) {
            RequestId.of(whole, key).ifPresent(id -> line.with("requestId", id));
        }
        log.write(judged(line, outcome, ""));
    }

    /** The call ended, and not by an attempt. So there is neither status nor duration: the provider's metrics are not to count it. */
    void ended(ApiOutcome<?> outcome) {
        log.write(judged(line(0), outcome, "own_limit"));
    }

    private LogLine line(int attempt) {
        return LogLine.of(LogEvent.PROVIDER_API_CALL)
                .with("provider", providerId)
                .with("operation", operation)
                .with("attempt", attempt);
    }

    private static LogLine judged(LogLine line, ApiOutcome<?> outcome, String whyLimited) {
        return switch (outcome) {
            case Success<?>(var _) -> line.with("outcome", "success");
            case NotFound<?>() -> line.with("outcome", "not_found");
            case Refused<?>(int _) -> line.with("outcome", "refused");
            case RateLimited<?>(var _) -> reasoned(line.with("outcome", "rate_limited"), whyLimited);
            case Failed<?>(String reason) -> reasoned(line.with("outcome", "failed"), reason);
        };
    }

    private static LogLine reasoned(LogLine line, String reason) {
        return reason.isEmpty() ? line : line.with("reason", reason);
    }
}
