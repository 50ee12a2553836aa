package dev.hookwarden.local.aws.secretsmanager;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a secret is rotated, and the rotation that is under way, if any. */
record Rotation(
        boolean enabled,
        @Nullable String functionArn,
        RotationRules rules,
        @Nullable Instant lastRotated,
        @Nullable Instant next,
        @Nullable Running running) {

    /**
     * A rotation that is being tried or waits to be tried again.
     *
     * @param tries how often it has failed so far
     * @param testOnly whether it is the trial of the configuration that RotateImmediately=false asks for
     */
    record Running(String token, int tries, boolean testOnly) {
        Running failed() {
            return new Running(token, tries + 1, testOnly);
        }
    }

    static Rotation never() {
        return new Rotation(false, null, RotationRules.none(), null, null, null);
    }

    Rotation configured(String function, RotationRules newRules, Instant now) {
        return new Rotation(true, function, newRules, lastRotated, newRules.next(now), running);
    }

    Rotation off() {
        return new Rotation(false, functionArn, rules, lastRotated, null, null);
    }

    Rotation with(@Nullable Running other) {
        return new Rotation(enabled, functionArn, rules, lastRotated, next, other);
    }

    Rotation idle() {
        return with((Running) null);
    }

    Rotation succeeded(Instant now) {
        return new Rotation(enabled, functionArn, rules, now, rules.next(now), null);
    }

    /** A value put by hand counts as a rotation for the schedule (API reference: RotationRulesType). */
    Rotation rescheduled(Instant now) {
        return enabled ? new Rotation(true, functionArn, rules, lastRotated, rules.next(now), running) : this;
    }

    boolean isRunning(String token) {
        return running != null && running.token().equals(token);
    }

    boolean isDue(Instant now) {
        return enabled && next != null && !next.isAfter(now);
    }
}
