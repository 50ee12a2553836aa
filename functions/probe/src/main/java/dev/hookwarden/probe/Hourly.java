package dev.hookwarden.probe;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What is read once an hour and said at each run. While it can't be read, the last one is said. */
final class Hourly<T> {
    private static final Duration KEPT = Duration.ofHours(1);

    private final InstantSource clock;
    private Optional<T> held = Optional.empty();
    private Instant readAt = Instant.MIN;

    Hourly(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Says what there is, read anew when it is an hour old.
     *
     * @throws RuntimeException what the reading throws, after the last one was said
     */
    void say(Supplier<Optional<T>> reading, Consumer<T> saying) {
        try {
            Instant now = clock.instant();
            if (!now.isBefore(readAt.plus(KEPT))) {
                held = reading.get();
                readAt = now;
            }
        } finally {
            held.ifPresent(saying);
        }
    }
}
