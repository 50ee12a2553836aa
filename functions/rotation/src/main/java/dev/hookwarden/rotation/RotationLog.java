package dev.hookwarden.rotation;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Writes one line about each step: ids, names and kinds of fault, never a value. */
final class RotationLog {
    private final EventLog log;

    RotationLog(EventLog log) {
        this.log = log;
    }

    void done(RotationRequest request, RotatingKey key, StepOutcome outcome) {
        log.write(LogLine.of(LogEvent.ROTATION_STEP_DONE)
                .with("provider", key.provider().id())
                .with("key", key.id())
                .with("step", request.step())
                .with("keyVersion", request.versionId())
                .with("outcome", outcome));
    }

    /** Writes down why a step can't go on, and gives the exception that says the same to Secrets Manager. */
    RotationRefusedException refused(RotationRequest request, Optional<RotatingKey> key, RuntimeException fault) {
        RotationRefusedException refused = fault instanceof RotationRefusedException named
                ? named
                : RotationRefusedException.of(
                        fault instanceof SdkException
                                ? RotationRefusal.AWS_CALL_FAILED
                                : RotationRefusal.UNEXPECTED_FAULT);
        LogLine line = LogLine.of(LogEvent.ROTATION_REFUSED)
                .with("provider", key.map(known -> known.provider().id()).orElse("unknown"))
                .with("key", key.map(RotatingKey::id).orElse("unknown"))
                .with("step", request.step())
                .with("keyVersion", request.versionId())
                .with("refusal", refused.refusal().name());
        if (refused == fault) {
            line.with("detail", refused.detail());
        } else {
            line.withFault(fault);
            awsErrorCode(fault).ifPresent(code -> line.with("awsErrorCode", code));
        }
        log.write(line);
        return refused;
    }

    private static Optional<String> awsErrorCode(Throwable fault) {
        return fault instanceof AwsServiceException refused
                ? Optional.ofNullable(refused.awsErrorDetails()).map(AwsErrorDetails::errorCode)
                : Optional.empty();
    }
}
