package dev.hookwarden.benchmarks.coldstart;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class EndingTest {
    /** Waited for only by what would wait for ever. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private final AtomicBoolean cleared = new AtomicBoolean();
    private final AtomicBoolean clearedBeforeTheEnd = new AtomicBoolean();

    @Test
    void aKillInterruptsAndWaitsUntilEverythingIsTakenAway() throws InterruptedException {
        Thread kill;
        try (Ending ending = new Ending()) {
            kill = Thread.ofVirtual().start(() -> {
                ending.await();
                clearedBeforeTheEnd.set(cleared.get());
            });
            assertThatExceptionOfType(InterruptedException.class)
                    .isThrownBy(() -> new CountDownLatch(1).await(LONG.toSeconds(), SECONDS));
            cleared.set(true);
        }

        assertThat(kill.join(LONG)).isTrue();
        assertThat(clearedBeforeTheEnd).isTrue();
    }
}
