package dev.hookwarden.local.stack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Looks at the queues and has the alarms evaluated, again and again. */
final class QueueWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final ScheduledExecutorService schedule =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final SqsClient sqs;
    private final LocalAws aws;
    private final AttemptLedger ledger;
    private final LocalMonitoring monitoring;
    private final LocalMetrics metrics;
    private final InstantSource clock;

    QueueWatch(LocalAws aws, AttemptLedger ledger, LocalMonitoring monitoring, InstantSource clock) {
        this.sqs = aws.client(SqsClient.builder());
        this.aws = aws;
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
        metrics.queue(LocalAws.QUEUE, visible(LocalAws.QUEUE), age);
        metrics.queue(LocalAws.DEAD_LETTER_QUEUE, visible(LocalAws.DEAD_LETTER_QUEUE), 0);
    }

    private long visible(String queue) {
        String url = aws.queueUrl().resolve(queue).toString();
        String count = sqs.getQueueAttributes(request ->
                        request.queueUrl(url).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
        return Long.parseLong(String.valueOf(count));
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
