package dev.hookwarden.log;

import java.util.Locale;

/** Everything that can be said in the log. Metric filters, alarms and the runbook hang on these names: a change here is one there. */
public enum LogEvent {
    /** A delivery was verified and durably queued. Ingest. */
    DELIVERY_ACCEPTED(Level.INFO),
    /** An attempt failed verification. Ingest; with the refusal's reason, the source address and the headers that may be shown. */
    SIGNATURE_REFUSED(Level.WARN),
    /** A canary of ours came before the key that it proves could be read; rotation sends it again. Ingest. */
    CANARY_REFUSED(Level.INFO),
    /** An attempt was refused before verification: route, method, size or shape. Ingest. */
    REQUEST_REFUSED(Level.WARN),
    /** An attempt could not be verified or queued through a fault of ours or of AWS; the provider repeats it. Ingest. */
    INGEST_FAILED(Level.ERROR),
    /** A keyring was read from Secrets Manager. */
    KEYRING_READ(Level.INFO),
    /** A keyring could not be read; the last good one serves as long as it may. */
    KEYRING_READ_FAILED(Level.ERROR),
    /** A version of a key is empty, malformed or shared with another provider, and is left out of the keyring. */
    KEY_UNUSABLE(Level.ERROR),
    /** A delivery reached the sink. Processor. */
    DELIVERY_PROCESSED(Level.INFO),
    /** A delivery was dropped because another attempt brought it before. Processor. */
    DELIVERY_DUPLICATE(Level.INFO),
    /** A delivery waits for something at its provider that isn't there yet; SQS gives it again. Processor. */
    DELIVERY_DEFERRED(Level.INFO),
    /** A delivery could not be processed; SQS gives it again, and in the end to the dead-letter queue. Processor. */
    DELIVERY_FAILED(Level.ERROR),
    /** A stored payload that nobody needs any more could not be deleted; the bucket's lifecycle takes it. Processor. */
    PAYLOAD_NOT_DELETED(Level.WARN),
    /** A canary came out of the queue and was dropped there: the key that signed it works all the way. Processor. */
    CANARY_RECEIVED(Level.INFO),
    /** A rotation step is done, now or before. Rotation. */
    ROTATION_STEP_DONE(Level.INFO),
    /** A rotation step can't go on; with the refusal's name. Secrets Manager tries the rotation again. Rotation. */
    ROTATION_REFUSED(Level.ERROR),
    /** A key became current, was announced, and its inbox emptied. Rotation. */
    KEY_ROTATED(Level.INFO),
    /** A key is due and nobody has submitted the next one. Rotation. */
    KEY_DUE(Level.WARN),
    /**
     * One attempt of a call to a provider's API ended, well or not; or the call ended, and not by an attempt, which is written as attempt 0.
     * Probe, rotation, processor.
     */
    PROVIDER_API_CALL(Level.INFO),
    /** The shared count of calls could not be reached, so each operation decided by itself; with the limit and the reason. */
    RATE_LIMIT_UNAVAILABLE(Level.ERROR),
    /** How long a provider's API usually takes to answer: the average of the trailing 14 days. Probe. */
    PROVIDER_API_BASELINE(Level.INFO),
    /** Where a key stands: its age, the age that it may reach, and how long the one before it still verifies. Probe. */
    KEY_STATE(Level.INFO),
    /** Something could not be looked at through a fault of ours or of AWS; with the check and its subject. Probe. */
    PROBE_FAILED(Level.ERROR);

    private final Level level;

    LogEvent(Level level) {
        this.level = level;
    }

    public Level level() {
        return level;
    }

    /** The value of the line's field {@code event}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How much it matters to a person. */
    public enum Level {
        INFO,
        WARN,
        ERROR
    }
}
