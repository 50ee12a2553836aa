package dev.hookwarden.local.aws.secretsmanager;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a secret was last changed and read, when it was deleted, and when that becomes final. */
record SecretDates(
        Instant changed,
        @Nullable Instant accessed,
        @Nullable Instant deleted,
        @Nullable Instant gone) {

    static SecretDates changedAt(Instant now) {
        return new SecretDates(now, null, null, null);
    }

    SecretDates changed(Instant now) {
        return new SecretDates(now, accessed, deleted, gone);
    }

    SecretDates accessed(Instant day) {
        return new SecretDates(changed, day, deleted, gone);
    }

    SecretDates deleted(Instant now, Instant end) {
        return new SecretDates(changed, accessed, now, end);
    }

    SecretDates restored() {
        return new SecretDates(changed, accessed, null, null);
    }
}
