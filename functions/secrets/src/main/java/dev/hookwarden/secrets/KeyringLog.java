package dev.hookwarden.secrets;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.secrets.KeyringReading.LeftOut;
import dev.hookwarden.signing.KeyStage;
import dev.hookwarden.signing.StagedKey;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Says what reading a keyring brought: ids, stages and kinds of fault, never a value. */
final class KeyringLog {
    private final EventLog log;

    KeyringLog(EventLog log) {
        this.log = log;
    }

    void read(String keyId, HeldKeyring held) {
        StagedKey first = held.keys().getFirst();
        log.write(about(LogEvent.KEYRING_READ, keyId)
                .with("keys", held.keys().size())
                .with(
                        "stages",
                        held.keys().stream().map(key -> key.stage().label()).collect(Collectors.joining(",")))
                .with("keyVersion", first.versionId()));
    }

    void read(String keyId, HeldApiKey held) {
        log.write(about(LogEvent.KEYRING_READ, keyId)
                .with("keys", 1)
                .with("stages", KeyStage.CURRENT.label())
                .with("keyVersion", held.versionId()));
    }

    void failed(String keyId, Throwable fault) {
        LogLine line = about(LogEvent.KEYRING_READ_FAILED, keyId).withFault(fault);
        awsErrorCode(fault).ifPresent(code -> line.with("awsErrorCode", code));
        log.write(line);
    }

    private static Optional<String> awsErrorCode(Throwable fault) {
        return fault instanceof AwsServiceException refused
                ? Optional.ofNullable(refused.awsErrorDetails()).map(AwsErrorDetails::errorCode)
                : Optional.empty();
    }

    /** Secrets Manager answered, and no version is a usable key. */
    void empty(String keyId) {
        log.write(about(LogEvent.KEYRING_READ_FAILED, keyId).with("fault", "NoUsableKey"));
    }

    void unusable(String keyId, LeftOut version) {
        log.write(about(LogEvent.KEY_UNUSABLE, keyId)
                .with("keyStage", version.stage())
                .with("keyVersion", version.versionId())
                .with("defect", version.defect()));
    }

    void shared(String keyId, StagedKey key, String owner) {
        log.write(about(LogEvent.KEY_UNUSABLE, keyId)
                .with("keyStage", key.stage())
                .with("keyVersion", key.versionId())
                .with("defect", "shared")
                .with("sharedWith", owner));
    }

    /** Filters go by the provider, whose id is what a key's id begins with. */
    private static LogLine about(LogEvent event, String keyId) {
        return LogLine.of(event)
                .with("provider", keyId.substring(0, keyId.indexOf('/')))
                .with("key", keyId);
    }
}
