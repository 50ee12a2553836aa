package dev.hookwarden.provider;

import java.time.Duration;
import java.util.List;

/** When a call that failed is made again. */
public sealed interface RetryPlan {
    /** How many attempts there are at most, the first one included. */
    int attempts();

    /**
     * How long to wait after an attempt that failed.
     *
     * @param made how many attempts there were, from 1 to one less than {@link #attempts}
     * @param random from 0 to below 1
     */
    Duration waitAfter(int made, double random);

    /** How long to wait at least after a 503. */
    Duration waitAfterUnavailable();

    /** Whether a call is made again after a connection that failed or broke, and not only after a 5xx or a timeout. */
    boolean repeatsBrokenConnections();

    /**
     * The plan that a provider states, for 5xx and timeouts. A wait counts from the end of an attempt: no attempt is earlier than stated.
     *
     * @param moments of the attempts, from the first one on; the first is zero
     */
    record Stated(List<Duration> moments, Duration waitAfterUnavailable) implements RetryPlan {
        public Stated {
            moments = List.copyOf(moments);
            if (moments.isEmpty() || !moments.getFirst().isZero()) {
                throw new IllegalArgumentException("A plan begins with the first attempt, at zero");
            }
        }

        @Override
        public int attempts() {
            return moments.size();
        }

        @Override
        public Duration waitAfter(int made, double random) {
            return moments.get(made).minus(moments.get(made - 1));
        }

        @Override
        public boolean repeatsBrokenConnections() {
            return false;
        }
    }

    /**
     * Exponential with full jitter: anything up to a limit that doubles with each attempt, so that callers who failed together don't come
     * back together
     * (<a href="https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/">timeouts, retries, and backoff with
     * jitter</a>).
     */
    record FullJitter(int attempts, Duration first, Duration longest) implements RetryPlan {
        @Override
        public Duration waitAfter(int made, double random) {
            double limit = Math.min((double) longest.toMillis(), Math.scalb((double) first.toMillis(), made - 1));
            return Duration.ofMillis((long) (limit * random));
        }

        @Override
        public Duration waitAfterUnavailable() {
            return Duration.ZERO;
        }

        @Override
        public boolean repeatsBrokenConnections() {
            return true;
        }
    }
}
