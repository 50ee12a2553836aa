package dev.hookwarden.local.aws.secretsmanager;

import java.time.Instant;

/**
 * What AWS tells CloudTrail, and EventBridge with it, about a rotation.
 *
 * @param detail for failures the step and the type of the exception, else empty; never a message, which might quote a
 *     value
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/cloudtrail_log_entries.html">CloudTrail
 *     entries for Secrets Manager</a>
 */
public record RotationEvent(Kind kind, String secretArn, String clientRequestToken, Instant at, String detail) {

    /** The names of the events. */
    public enum Kind {
        STARTED("RotationStarted"),
        SUCCEEDED("RotationSucceeded"),
        FAILED("RotationFailed"),
        ABANDONED("RotationAbandoned"),
        TEST_STARTED("TestRotationStarted"),
        TEST_SUCCEEDED("TestRotationSucceeded"),
        TEST_FAILED("TestRotationFailed");

        private final String eventName;

        Kind(String eventName) {
            this.eventName = eventName;
        }

        /** The name in AWS's event. */
        public String eventName() {
            return eventName;
        }
    }
}
