package dev.hookwarden.processor;

import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.processor.SinkOutcome.NotYet;
import dev.hookwarden.processor.SinkOutcome.Unenriched;
import dev.hookwarden.processor.enrichment.Enricher;
import dev.hookwarden.processor.enrichment.EnrichmentOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Enriches deliveries, all at once so that a slow provider costs a batch its time only once, and passes on those that could be. */
final class EnrichingSink implements DeliverySink {
    /** What the sink gets of the time until it gives up. */
    private static final Duration FOR_THE_SINK = Duration.ofSeconds(1);

    private final Enricher enricher;
    private final EnrichedDeliverySink sink;
    private final InstantSource clock;

    EnrichingSink(Enricher enricher, EnrichedDeliverySink sink, InstantSource clock) {
        this.enricher = enricher;
        this.sink = sink;
        this.clock = clock;
    }

    @Override
    public List<SinkOutcome> send(List<Delivery> deliveries, Instant giveUp) {
        List<Prepared> prepared = prepared(deliveries, giveUp.minus(FOR_THE_SINK));
        List<EnrichedDelivery> ready = prepared.stream()
                .flatMap(
                        each -> each instanceof Ready(EnrichedDelivery delivery) ? Stream.of(delivery) : Stream.empty())
                .toList();
        Iterator<SinkOutcome> sent = (ready.isEmpty() ? List.<SinkOutcome>of() : sink.send(ready, giveUp)).iterator();
        return prepared.stream()
                .map(each -> switch (each) {
                    case Ready ignored -> sent.next();
                    case Held(SinkOutcome outcome) -> outcome;
                })
                .toList();
    }

    /** What isn't there by then is given up: the others must not wait for it, and the function's time is bounded. */
    private List<Prepared> prepared(List<Delivery> deliveries, Instant giveUpAt) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Prepared tooLate = new Held(new Unenriched("out_of_time"));
        long left = Duration.between(clock.instant(), giveUpAt).toMillis();
        try {
            return deliveries.stream()
                    .map(delivery -> CompletableFuture.supplyAsync(() -> prepared(delivery, giveUpAt), threads)
                            .exceptionally(fault -> new Held(new Unenriched("unexpected_fault")))
                            .completeOnTimeout(tooLate, left, TimeUnit.MILLISECONDS))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private Prepared prepared(Delivery delivery, Instant giveUpAt) {
        return switch (enricher.enrich(delivery, giveUpAt)) {
            case EnrichmentOutcome.NotWanted() -> new Ready(EnrichedDelivery.bare(delivery));
            case EnrichmentOutcome.Enriched(var enrichment) ->
                new Ready(new EnrichedDelivery(delivery, Optional.of(enrichment)));
            case EnrichmentOutcome.NotYet(String reason) -> new Held(new NotYet(reason));
            case EnrichmentOutcome.Failed(String reason) -> new Held(new Unenriched(reason));
        };
    }

    private sealed interface Prepared {}

    private record Ready(EnrichedDelivery delivery) implements Prepared {}

    /** @param outcome why it doesn't go on */
    private record Held(SinkOutcome outcome) implements Prepared {}
}
