package dev.hookwarden.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.delivery.DeliveryMetadata;
import dev.hookwarden.delivery.Envelope;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.Fault;
import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.local.aws.eventbridge.PutEvent;
import dev.hookwarden.processor.SinkOutcome.Faulted;
import dev.hookwarden.processor.SinkOutcome.Refused;
import dev.hookwarden.processor.SinkOutcome.Sent;
import dev.hookwarden.processor.SinkOutcome.SentByReference;
import dev.hookwarden.processor.SinkOutcome.Untried;
import dev.hookwarden.processor.enrichment.Enrichment;
import dev.hookwarden.signing.KeyStage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

class EventBridgeDeliverySinkTest {
    @Test
    void publishesOneEventForADelivery() {
        try (StandIns aws = new StandIns()) {
            assertThat(sink(aws).send(List.of(Deliveries.valid()), Instant.MAX)).containsExactly(new Sent());

            PutEvent event = aws.eventBridge.events().getFirst();
            assertThat(event.bus()).isEqualTo(StandIns.BUS);
            assertThat(event.source()).isEqualTo("hookwarden.zenoo");
            assertThat(event.detailType()).isEqualTo("case.completed");
            assertThat(event.time()).isEqualTo(Deliveries.RECEIVED_AT);
            assertThat(event.detail().at("/metadata/id").textValue()).isEqualTo("zenoo#evt_01");
            assertThat(event.detail().at("/payload/name").textValue()).isEqualTo("value");
        }
    }

    @Test
    void sendsTenDeliveriesInOneCall() {
        try (StandIns aws = new StandIns()) {
            assertThat(sink(aws).send(deliveries(10), Instant.MAX)).hasSize(10).containsOnly(new Sent());

            assertThat(aws.calls.of(AwsApi.EVENT_BRIDGE)).isEqualTo(1);
        }
    }

    @Test
    void splitsByTheBytesThatOneCallTakes() {
        try (StandIns aws = new StandIns()) {
            Delivery large = Deliveries.withPayload("\"" + "x".repeat(400_000) + "\"");

            assertThat(sink(aws).send(List.of(large, large, large, large, large), Instant.MAX))
                    .hasSize(5)
                    .containsOnly(new Sent());

            assertThat(aws.calls.of(AwsApi.EVENT_BRIDGE)).isEqualTo(3);
        }
    }

    @Test
    void everyPayloadThatTravelledInAMessageIsInItsEvent() {
        try (StandIns aws = new StandIns()) {
            assertThat(sink(aws).send(List.of(withLongestMetadata(Envelope.MAX_INLINE_BYTES)), Instant.MAX))
                    .containsExactly(new Sent());
        }
    }

    /** The detail is as long as the payload and what a delivery of no payload has around it. */
    @ParameterizedTest
    @ValueSource(ints = {-2, -1, 0, 1, 2})
    void refersToAPayloadFromTheFirstByteTooMany(int beyond) {
        Delivery small = Deliveries.withPayload(Deliveries.json(100));
        int around = EventDetail.embedding(small).length()
                - 100
                + "hookwarden.zenoo".length()
                + small.metadata().eventType().length()
                + 14;
        Delivery delivery = Deliveries.withPayload(Deliveries.json(PutEventsSizes.MAX_EMBEDDING - around + beyond));
        try (StandIns aws = new StandIns()) {
            assertThat(sink(aws).send(List.of(delivery), Instant.MAX))
                    .containsExactly(beyond > 0 ? new SentByReference() : new Sent());

            JsonNode detail = aws.eventBridge.events().getFirst().detail();
            assertThat(detail.has("payload")).isEqualTo(beyond <= 0);
            assertThat(detail.has("payloadS3")).isEqualTo(beyond > 0);
        }
    }

    @Test
    void aReferenceThatTheBusRefusesIsNotSent() {
        try (StandIns aws = new StandIns()) {
            aws.eventBridge.failNext(event -> true, "InternalFailure");

            assertThat(sink(aws)
                            .send(
                                    List.of(
                                            Deliveries.withPayload(new byte[PutEventsSizes.MAX_SIZE]),
                                            Deliveries.valid()),
                                    Instant.MAX))
                    .containsExactly(new Refused("InternalFailure"), new Sent());
        }
    }

    @Test
    void leavesOutWhatAnEventHasNoRoomFor() {
        try (StandIns aws = new StandIns()) {
            Enrichment large = Enrichment.found("\"" + "x".repeat(PutEventsSizes.MAX_SIZE) + "\"");

            assertThat(sink(aws)
                            .sendEnriched(
                                    List.of(new EnrichedDelivery(Deliveries.valid(), Optional.of(large))), Instant.MAX))
                    .containsExactly(new Sent());

            JsonNode detail = aws.eventBridge.events().getFirst().detail();
            assertThat(detail.get("enrichment").toString())
                    .isEqualTo("{\"status\":\"left_out\",\"reason\":\"too_large\"}");
            assertThat(detail.has("payload")).isTrue();
        }
    }

    @Test
    void beginsNoCallWhenTheTimeIsOver() {
        try (StandIns aws = new StandIns()) {
            assertThat(sink(aws).send(deliveries(2), Instant.MIN)).containsExactly(new Untried(), new Untried());

            assertThat(aws.calls.of(AwsApi.EVENT_BRIDGE)).isZero();
        }
    }

    @Test
    void tellsWhichEntryWasRefused() {
        try (StandIns aws = new StandIns()) {
            aws.eventBridge.failNext(
                    event -> event.detail()
                            .at("/metadata/deliveryId")
                            .textValue()
                            .equals("evt_1"),
                    "InternalFailure");

            assertThat(sink(aws).send(deliveries(3), Instant.MAX))
                    .containsExactly(new Sent(), new Refused("InternalFailure"), new Sent());
        }
    }

    @Test
    void aThrottledCallFailsEveryEntryInIt() {
        try (StandIns aws = new StandIns((api, action, ordinal) -> new Fault.Throttle())) {
            assertThat(sink(aws).send(deliveries(2), Instant.MAX))
                    .hasSize(2)
                    .allSatisfy(outcome -> assertThat(outcome)
                            .isInstanceOfSatisfying(
                                    Faulted.class,
                                    faulted -> assertThat(faulted.fault()).isInstanceOf(EventBridgeException.class)));
        }
    }

    @Test
    void aFailedCallLeavesTheOthersAlone() {
        FaultPlan second = (api, action, ordinal) -> ordinal == 2 ? new Fault.FailBefore() : new Fault.None();
        try (StandIns aws = new StandIns(second)) {
            List<SinkOutcome> outcomes = sink(aws).send(deliveries(21), Instant.MAX);

            assertThat(outcomes.subList(0, 10)).containsOnly(new Sent());
            assertThat(outcomes.subList(10, 20)).hasOnlyElementsOfType(Faulted.class);
            assertThat(outcomes.subList(20, 21)).containsOnly(new Sent());
        }
    }

    @Test
    void givesAnAttemptThatComesAgainTheSameId() {
        try (StandIns aws = new StandIns()) {
            sink(aws).send(List.of(Deliveries.valid()), Instant.MAX);
            sink(aws).send(List.of(Deliveries.valid()), Instant.MAX);

            assertThat(aws.eventBridge.events())
                    .hasSize(2)
                    .extracting(event -> event.detail().at("/metadata/id").textValue())
                    .containsOnly("zenoo#evt_01");
        }
    }

    @Test
    void keepsNumbersAsTheyWereSent() {
        RecordedRequest client = new RecordedRequest();

        new EventBridgeDeliverySink(client, StandIns.BUS, StandIns.BUCKET, InstantSource.system())
                .send(List.of(Deliveries.withPayload("{\"amount\":12345678901234567890.10}")), Instant.MAX);

        assertThat(client.detail).contains("\"payload\":{\"amount\":12345678901234567890.10}");
    }

    @Test
    void anAnswerWithoutAResultForEachEntryIsNoSuccess() {
        assertThat(new EventBridgeDeliverySink(
                                new RecordedRequest(), StandIns.BUS, StandIns.BUCKET, InstantSource.system())
                        .send(deliveries(2), Instant.MAX))
                .hasSize(2)
                .hasOnlyElementsOfType(Faulted.class);
    }

    private static EventBridgeDeliverySink sink(StandIns aws) {
        return new EventBridgeDeliverySink(
                aws.eventBridgeClient(), StandIns.BUS, StandIns.BUCKET, InstantSource.system());
    }

    private static Delivery withLongestMetadata(int bytes) {
        Payload payload = Payload.of(new byte[bytes]);
        return new Delivery(
                new DeliveryMetadata(
                        "p".repeat(32),
                        "d".repeat(512),
                        "t".repeat(128),
                        "a".repeat(64),
                        Instant.parse("2026-11-22T12:00:00.123456789Z"),
                        KeyStage.PREVIOUS,
                        "v".repeat(64),
                        payload.sha256()),
                payload);
    }

    private static List<Delivery> deliveries(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Deliveries.withId("evt_" + number))
                .toList();
    }

    /** Keeps the raw detail, and answers no results at all. */
    private static final class RecordedRequest implements EventBridgeClient {
        private String detail = "";

        @Override
        public PutEventsResponse putEvents(PutEventsRequest request) {
            detail = request.entries().getFirst().detail();
            return PutEventsResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
