package dev.hookwarden.local.stack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;

/** Looks at the queues and has the alarms evaluated, again and again. */
final class QueueWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final ScheduledExecutorService schedule =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final Queues queues;
    private final AttemptLedger ledger;
    private final LocalMonitoring monitoring;
    private final LocalMetrics metrics;
    private final InstantSource clock;

    QueueWatch(Queues queues, AttemptLedger ledger, LocalMonitoring monitoring, InstantSource clock) {
        this.queues = queues;
        this.ledger = ledger;
        this.monitoring = monitoring;
        this.metrics = new LocalMetrics(monitoring);
        this.clock = clock;
    }

    void start() {
        var _ = schedule.scheduleAtFixedRate(this::look, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    private void look() {
        try {
            publish();
        } catch (SdkException outage) {
            // A planned one: AWS would go on publishing, and the next look does.
        } finally {
            monitoring.evaluate();
        }
    }

    private void publish() {
        Instant now = clock.instant();
        long age = ledger.oldestWaiting()
                .map(since -> Duration.between(since, now).toSeconds())
                .orElse(0L);
        metrics.queue(LocalAws.QUEUE, queues.visible(LocalAws.QUEUE), age);
        metrics.queue(LocalAws.DEAD_LETTER_QUEUE, queues.visible(LocalAws.DEAD_LETTER_QUEUE), 0);
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
