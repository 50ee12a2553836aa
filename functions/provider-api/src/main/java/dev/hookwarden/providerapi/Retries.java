package dev.hookwarden.providerapi;

import dev.hookwarden.provider.RetryPlan;
import dev.hookwarden.providerapi.HttpAnswer.Broken;
import dev.hookwarden.providerapi.HttpAnswer.Whole;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Whether a provider's plan has another attempt after an answer, and when. */
final class Retries {
    /** For a provider that says 429 and not how long: from one second to two, then up to 61. */
    private static final Duration AFTER_429 = Duration.ofSeconds(1);

    private static final RetryPlan MORE_AFTER_429 =
            new RetryPlan.FullJitter(Integer.MAX_VALUE, AFTER_429, Duration.ofMinutes(1));

    private static final int UNAVAILABLE = 503;
    private static final int LIMITED = 429;

    private final RetryPlan plan;
    private final InstantSource clock;
    private final DoubleSupplier random;

    Retries(RetryPlan plan, CallPorts ports) {
        this.plan = plan;
        this.clock = ports.clock();
        this.random = ports.random();
    }

    /**
     * When to make the next attempt; empty when none is to be made.
     *
     * @param made how many attempts there were
     */
    Optional<Instant> next(HttpAnswer answer, int made) {
        if (made >= plan.attempts()) {
            return Optional.empty();
        }
        return switch (answer) {
            case Broken(int _, Trouble trouble) -> isRepeated(trouble) ? Optional.of(planned(made)) : Optional.empty();
            case Whole whole when whole.status() == LIMITED -> Optional.of(afterLimit(whole, made));
            case Whole whole when whole.status() / 100 == 5 -> Optional.of(afterFault(whole, made));
            case Whole _ -> Optional.empty();
        };
    }

    /** When a call may be made again after a 429, be it this one or another. */
    Instant afterLimit(HttpAnswer answer, int made) {
        Duration otherwise = AFTER_429.plus(MORE_AFTER_429.waitAfter(made, random.getAsDouble()));
        return clock.instant().plus(asked(answer).orElse(otherwise));
    }

    private Instant afterFault(Whole answer, int made) {
        Duration least = answer.status() == UNAVAILABLE ? plan.waitAfterUnavailable() : Duration.ZERO;
        Duration asked = asked(answer).orElse(Duration.ZERO);
        return later(planned(made), clock.instant().plus(asked.compareTo(least) > 0 ? asked : least));
    }

    private Optional<Duration> asked(HttpAnswer answer) {
        return answer instanceof Whole whole ? RetryAfter.in(whole.headers(), clock.instant()) : Optional.empty();
    }

    private Instant planned(int made) {
        return clock.instant().plus(plan.waitAfter(made, random.getAsDouble()));
    }

    private boolean isRepeated(Trouble trouble) {
        return switch (trouble) {
            case TIMEOUT -> true;
            case CONNECTION_FAILED, TRUNCATED_BODY -> plan.repeatsBrokenConnections();
            case BODY_TOO_LARGE, PIN_MISMATCH, CERTIFICATE_REFUSED, TLS_FAILED, INTERRUPTED -> false;
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
