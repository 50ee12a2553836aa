package dev.hookwarden.infra.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Time that moves when it is told to, and does something at the end of each minute. */
final class VirtualClock implements InstantSource {
    /** A whole hour, so that the hours of alarms are those of the story. */
    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private Instant now = START;
    private Runnable atEndOfMinute = () -> {};

    void atEndOfMinute(Runnable action) {
        atEndOfMinute = action;
    }

    /** Goes back, to what came before the story. */
    synchronized void beginEarlier(Duration span) {
        now = START.minus(span);
    }

    synchronized void begin() {
        now = START;
    }

    /** May be called from the thread of a simulated provider: whoever called it waits meanwhile. */
    synchronized void advance(Duration span) {
        Instant until = now.plus(span);
        for (Instant end = nextMinute(); !end.isAfter(until); end = nextMinute()) {
            now = end.minusMillis(1);
            atEndOfMinute.run();
            now = end;
        }
        now = until;
    }

    synchronized void toNextMinute() {
        advance(Duration.between(now, nextMinute()));
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    private Instant nextMinute() {
        return now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    }
}
