package dev.hookwarden.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.processor.SinkOutcome.NotYet;
import dev.hookwarden.processor.SinkOutcome.Refused;
import dev.hookwarden.processor.SinkOutcome.Sent;
import dev.hookwarden.processor.SinkOutcome.Unenriched;
import dev.hookwarden.processor.enrichment.Enricher;
import dev.hookwarden.processor.enrichment.Enrichment;
import dev.hookwarden.processor.enrichment.PlannedCalls;
import dev.hookwarden.processor.enrichment.Plans;
import dev.hookwarden.providerapi.ApiOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EnrichingSinkTest {
    private static final Instant GIVE_UP = Deliveries.RECEIVED_AT.plusSeconds(22);

    private Instant now = Deliveries.RECEIVED_AT;
    private final List<EnrichedDelivery> passedOn = new ArrayList<>();

    @Test
    void passesADeliveryOnWithWhatWasFetched() {
        Delivery delivery = naming("tok_1");

        assertThat(send(PlannedCalls.ending(new ApiOutcome.NotFound<>()), delivery))
                .containsExactly(new Sent());
        assertThat(passedOn).containsExactly(new EnrichedDelivery(delivery, Optional.of(Enrichment.notFound())));
    }

    @Test
    void keepsEachOutcomeInItsPlace() {
        PlannedCalls calls = PlannedCalls.as(path -> switch (path.replaceFirst(".*/", "")) {
            case "failing" -> new ApiOutcome.Failed<>("timeout");
            case "limited" -> new ApiOutcome.RateLimited<>(GIVE_UP);
            default -> new ApiOutcome.NotFound<>();
        });

        assertThat(send(calls, naming("failing"), naming("tok_1"), naming("limited"), naming("tok_2")))
                .containsExactly(
                        new Unenriched("timeout"),
                        new Sent(),
                        new NotYet("enrichment_rate_limited"),
                        new Refused("tok_2"));
        assertThat(passedOn).hasSize(2);
    }

    @Test
    void holdsOnlyTheDeliveryWhoseFetchingBreaks() {
        PlannedCalls calls = PlannedCalls.as(path -> {
            if (path.endsWith("tok_1")) {
                throw new IllegalStateException("as planned");
            }
            return new ApiOutcome.NotFound<>();
        });

        assertThat(send(calls, naming("tok_1"), naming("tok_3")))
                .containsExactly(new Unenriched("unexpected_fault"), new Sent());
    }

    @Test
    void asksTheSinkForNothingWhenNothingIsReady() {
        assertThat(send(PlannedCalls.ending(new ApiOutcome.Failed<>("timeout")), naming("tok_1")))
                .containsExactly(new Unenriched("timeout"));
        assertThat(passedOn).isEmpty();
    }

    @Test
    void leavesTheSinkItsTime() {
        PlannedCalls calls = PlannedCalls.ending(new ApiOutcome.NotFound<>());

        send(calls, naming("tok_1"));

        assertThat(calls.deadlines()).allMatch(deadline -> deadline.isBefore(GIVE_UP));
    }

    @Test
    void fetchesForAWholeBatchAtOnce() {
        CyclicBarrier allAreCalling = new CyclicBarrier(10);
        PlannedCalls calls = PlannedCalls.as(path -> {
            try {
                allAreCalling.await(30, TimeUnit.SECONDS);
                return new ApiOutcome.NotFound<>();
            } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                return new ApiOutcome.Failed<>("alone");
            }
        });

        assertThat(send(calls, Stream.generate(() -> naming("tok_1")).limit(10).toArray(Delivery[]::new)))
                .hasSize(10)
                .containsOnly(new Sent());
    }

    @Test
    void givesUpWhatDoesNotComeInTime() {
        PlannedCalls calls = PlannedCalls.as(path -> {
            if (path.endsWith("hanging")) {
                awaitInterrupt();
            }
            return new ApiOutcome.NotFound<>();
        });
        now = GIVE_UP.minusSeconds(2);

        assertThat(send(calls, naming("hanging"), naming("tok_1")))
                .containsExactly(new Unenriched("out_of_time"), new Sent());
    }

    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }

    private List<SinkOutcome> send(PlannedCalls calls, Delivery... deliveries) {
        EnrichedDeliverySink sink = (enriched, giveUp) -> {
            passedOn.addAll(enriched);
            return enriched.stream().map(EnrichingSinkTest::outcome).toList();
        };
        return new EnrichingSink(new Enricher(Plans.both(), calls), sink, () -> now).send(List.of(deliveries), GIVE_UP);
    }

    private static SinkOutcome outcome(EnrichedDelivery delivery) {
        return delivery.delivery().payload().equals(naming("tok_2").payload()) ? new Refused("tok_2") : new Sent();
    }

    private static Delivery naming(String token) {
        return Deliveries.withPayload("{\"data\":{\"pull_token\":\"" + token + "\"}}");
    }
}
