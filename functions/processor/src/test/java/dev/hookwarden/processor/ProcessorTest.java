package dev.hookwarden.processor;

import static dev.hookwarden.log.LogEvent.CANARY_RECEIVED;
import static dev.hookwarden.log.LogEvent.DELIVERY_DEFERRED;
import static dev.hookwarden.log.LogEvent.DELIVERY_DUPLICATE;
import static dev.hookwarden.log.LogEvent.DELIVERY_FAILED;
import static dev.hookwarden.log.LogEvent.DELIVERY_PROCESSED;
import static dev.hookwarden.processor.Deliveries.queued;
import static dev.hookwarden.processor.Deliveries.valid;
import static dev.hookwarden.processor.Deliveries.withAttempt;
import static dev.hookwarden.processor.Deliveries.withId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.delivery.DeliveryMetadata;
import dev.hookwarden.delivery.Envelope;
import dev.hookwarden.processor.SinkOutcome.Faulted;
import dev.hookwarden.processor.SinkOutcome.NotYet;
import dev.hookwarden.processor.SinkOutcome.Refused;
import dev.hookwarden.processor.SinkOutcome.Unenriched;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProcessorTest {
    private static final Duration RETENTION = Duration.ofDays(15);

    private Instant now = Deliveries.RECEIVED_AT.plusMillis(1500);
    private final RecordedLog log = new RecordedLog();
    private final RecordedSink sink = new RecordedSink();
    private final Processor processor = processor(new InMemorySeenDeliveries());

    @Test
    void sendsADelivery() {
        assertThat(processor.process(List.of(queued(valid())))).isEmpty();

        assertThat(sink.takenIds()).containsExactly("evt_01");
    }

    @Test
    void saysWhatItProcessed() {
        processor.process(List.of(new QueuedMessage("message-1", Envelope.of(valid()), 3)));

        assertThat(log.events()).containsExactly(DELIVERY_PROCESSED);
        assertThat(log.only().fields())
                .containsExactly(
                        Map.entry("provider", "zenoo"),
                        Map.entry("deliveryId", "evt_01"),
                        Map.entry("eventType", "case.completed"),
                        Map.entry("attemptId", "attempt-1"),
                        Map.entry("keyStage", "current"),
                        Map.entry("receiveCount", 3L),
                        Map.entry("latencyMs", 1500L));
    }

    @Test
    void anEmptyBatchIsDoneAtOnce() {
        assertThat(processor.process(List.of())).isEmpty();

        assertThat(sink.calls()).isZero();
    }

    @Test
    void sendsAWholeBatchAtOnce() {
        List<QueuedMessage> batch = IntStream.range(0, 10)
                .mapToObj(number -> queued(withId("evt_" + number)))
                .toList();

        assertThat(processor.process(batch)).isEmpty();

        assertThat(sink.calls()).isEqualTo(1);
        assertThat(sink.takenIds()).hasSize(10);
    }

    @Test
    void remembersACanaryAndSendsItNowhere() {
        Delivery canary = Deliveries.canary();

        assertThat(processor.process(List.of(queued(canary), queued(valid())))).isEmpty();
        assertThat(processor.process(List.of(queued(canary)))).isEmpty();

        assertThat(sink.takenIds()).containsExactly("evt_01");
        assertThat(log.events()).containsExactly(CANARY_RECEIVED, DELIVERY_PROCESSED, CANARY_RECEIVED);
    }

    @Test
    void dropsAnotherAttemptOfTheSameDelivery() {
        processor.process(List.of(queued(withAttempt("evt_01", "attempt-1"))));

        assertThat(processor.process(List.of(queued(withAttempt("evt_01", "attempt-2")))))
                .isEmpty();

        assertThat(sink.takenIds()).containsExactly("evt_01");
        assertThat(log.events()).containsExactly(DELIVERY_PROCESSED, DELIVERY_DUPLICATE);
    }

    @Test
    void dropsTheSecondOfTwoAttemptsInOneBatch() {
        assertThat(processor.process(List.of(
                        queued(withAttempt("evt_01", "attempt-1")), queued(withAttempt("evt_01", "attempt-2")))))
                .isEmpty();

        assertThat(sink.takenIds()).containsExactly("evt_01");
        assertThat(log.events()).containsExactlyInAnyOrder(DELIVERY_PROCESSED, DELIVERY_DUPLICATE);
    }

    @Test
    void handlesAMessageThatCameTwiceInOneBatchOnce() {
        assertThat(processor.process(List.of(queued(valid()), queued(valid())))).isEmpty();

        assertThat(sink.takenIds()).containsExactly("evt_01");
    }

    @Test
    void dropsTheSecondAttemptEvenIfTheFirstFails() {
        sink.answers(delivery -> new Refused("InternalFailure"));

        assertThat(processor.process(List.of(
                        queued("message-1", withAttempt("evt_01", "attempt-1")),
                        queued("message-2", withAttempt("evt_01", "attempt-2")))))
                .containsExactly("message-1");
    }

    @Test
    void theFirstAttemptIsProcessedWhenItComesAgainAfterAFailure() {
        sink.answers(delivery -> new Refused("InternalFailure"));
        processor.process(List.of(queued("message-1", withAttempt("evt_01", "attempt-1"))));
        processor.process(List.of(queued("message-2", withAttempt("evt_01", "attempt-2"))));
        sink.answers(delivery -> new SinkOutcome.Sent());

        assertThat(processor.process(List.of(queued("message-1", withAttempt("evt_01", "attempt-1")))))
                .isEmpty();

        assertThat(sink.takenIds()).containsExactly("evt_01");
    }

    @Test
    void aRedriveOfTheFirstAttemptIsProcessedUnderItsNewMessageId() {
        sink.answers(delivery -> new Faulted(new IllegalStateException()));
        processor.process(List.of(queued("message-1", valid())));
        sink.answers(delivery -> new SinkOutcome.Sent());
        now = now.plus(Duration.ofDays(13));

        assertThat(processor.process(List.of(queued("message-9", valid())))).isEmpty();

        assertThat(sink.takenIds()).containsExactly("evt_01");
    }

    @Test
    void remembersADeliveryUntilTheRetentionEnds() {
        processor.process(List.of(queued(withAttempt("evt_01", "attempt-1"))));
        now = now.plus(RETENTION).minusSeconds(1);

        processor.process(List.of(queued(withAttempt("evt_01", "attempt-2"))));

        assertThat(sink.takenIds()).containsExactly("evt_01");
    }

    @Test
    void processesAnotherAttemptAfterTheRetention() {
        processor.process(List.of(queued(withAttempt("evt_01", "attempt-1"))));
        now = now.plus(RETENTION).plusSeconds(1);

        processor.process(List.of(queued(withAttempt("evt_01", "attempt-2"))));

        assertThat(sink.takenIds()).containsExactly("evt_01", "evt_01");
    }

    @Test
    void aRefusedDeliveryFailsAlone() {
        sink.answers(delivery -> delivery.metadata().deliveryId().equals("evt_02")
                ? new Refused("InternalFailure")
                : new SinkOutcome.Sent());

        assertThat(processor.process(List.of(
                        queued("message-1", withId("evt_01")),
                        queued("message-2", withId("evt_02")),
                        queued("message-3", withId("evt_03")))))
                .containsExactly("message-2");

        assertThat(sink.takenIds()).containsExactly("evt_01", "evt_03");
        assertThat(log.lines().get(1).fields())
                .containsEntry("reason", "sink_refused")
                .containsEntry("errorCode", "InternalFailure")
                .containsEntry("messageId", "message-2");
    }

    @Test
    void aDeliveryThatWaitsForItsProviderComesAgain() {
        sink.answers(delivery -> new NotYet("enrichment_pending"));

        assertThat(processor.process(List.of(queued("message-1", valid())))).containsExactly("message-1");

        assertThat(log.only().event()).isEqualTo(DELIVERY_DEFERRED);
        assertThat(log.only().fields()).containsEntry("reason", "enrichment_pending");
    }

    @Test
    void aDeliveryThatCannotBeEnrichedFails() {
        sink.answers(delivery -> new Unenriched("status_503"));

        assertThat(processor.process(List.of(queued("message-1", valid())))).containsExactly("message-1");

        assertThat(log.only().event()).isEqualTo(DELIVERY_FAILED);
        assertThat(log.only().fields())
                .containsEntry("reason", "enrichment_failed")
                .containsEntry("errorCode", "status_503");
    }

    @Test
    void aMalformedEnvelopeFailsAlone() {
        Map<String, String> attributes = new HashMap<>(Envelope.of(valid()).attributes());
        attributes.remove("deliveryId");
        QueuedMessage malformed = new QueuedMessage("message-2", new Envelope("{\"name\":\"value\"}", attributes), 5);

        assertThat(processor.process(List.of(queued(valid()), malformed))).containsExactly("message-2");

        assertThat(sink.takenIds()).containsExactly("evt_01");
        assertThat(log.lines().getFirst().event()).isEqualTo(DELIVERY_FAILED);
        assertThat(log.lines().getFirst().fields())
                .containsExactly(
                        Map.entry("provider", "unknown"),
                        Map.entry("receiveCount", 5L),
                        Map.entry("reason", "malformed_envelope"),
                        Map.entry("messageId", "message-2"),
                        Map.entry("fault", "MalformedEnvelopeException"));
    }

    @Test
    void aDeliveryThatCannotBeClaimedFailsAlone() {
        Claims failing = (delivery, at, expiresAt) -> {
            if (delivery.deliveryId().equals("evt_01")) {
                throw new IllegalStateException("canary", new IllegalArgumentException("canary"));
            }
            return Claim.FIRST;
        };

        assertThat(processor(failing)
                        .process(List.of(queued("message-1", withId("evt_01")), queued("message-2", withId("evt_02")))))
                .containsExactly("message-1");

        assertThat(sink.takenIds()).containsExactly("evt_02");
        assertThat(log.lines().getFirst().fields())
                .containsEntry("reason", "claim_failed")
                .containsEntry("fault", "IllegalStateException")
                .containsEntry("cause", "IllegalArgumentException");
    }

    @Test
    void givesUpWhatIsLeftWhenClaimsTakeTooLong() {
        Claims slow = (delivery, at, expiresAt) -> {
            now = now.plus(Processor.PATIENCE).plusMillis(1);
            return Claim.FIRST;
        };

        assertThat(processor(slow)
                        .process(List.of(queued("message-1", withId("evt_01")), queued("message-2", withId("evt_02")))))
                .containsExactly("message-2");

        assertThat(sink.takenIds()).containsExactly("evt_01");
        assertThat(log.lines().getFirst().fields()).containsEntry("reason", "out_of_time");
    }

    @Test
    void aSinkThatThrowsFailsWhatItWasGiven() {
        DeliverySink throwing = (deliveries, giveUp) -> {
            throw new IllegalStateException("canary");
        };

        assertThat(processor(new InMemorySeenDeliveries(), throwing)
                        .process(List.of(queued("message-1", withId("evt_01")), queued("message-2", withId("evt_02")))))
                .containsExactly("message-1", "message-2");
    }

    @Test
    void aSinkThatForgetsADeliveryFailsAll() {
        DeliverySink forgetful = (deliveries, giveUp) -> List.of(new SinkOutcome.Sent());

        assertThat(processor(new InMemorySeenDeliveries(), forgetful)
                        .process(List.of(queued("message-1", withId("evt_01")), queued("message-2", withId("evt_02")))))
                .containsExactly("message-1", "message-2");
    }

    @Test
    void showsNothingOfPayloadsOrExceptions() {
        sink.answers(delivery -> new Faulted(new IllegalStateException("canary")));

        processor.process(List.of(
                queued("message-1", Deliveries.withPayload("{\"canary\":1}")),
                new QueuedMessage("message-2", new Envelope("canary", Map.of("keyStage", "canary")), 1)));

        assertThat(log.events()).containsOnly(DELIVERY_FAILED);
        assertThat(log.text()).doesNotContain("canary");
    }

    @Test
    void aMessageDoesNotShowItsPayload() {
        QueuedMessage message = queued(Deliveries.withPayload("{\"canary\":1}"));

        assertThat(message.toString()).doesNotContain("canary");
        assertThat(OpenedMessage.of(message).toString()).doesNotContain("canary");
    }

    private Processor processor(SeenDeliveries seen) {
        return processor(seen, sink);
    }

    private Processor processor(SeenDeliveries seen, DeliverySink to) {
        return new Processor(seen, RETENTION, new InMemoryPayloads(), to, log, () -> now);
    }

    /** Claims, and never settles: nothing here is stored. */
    private interface Claims extends SeenDeliveries {
        @Override
        default void settle(DeliveryMetadata delivery, Instant at, Instant expiresAt) {
            throw new AssertionError("Nothing to settle");
        }
    }
}
