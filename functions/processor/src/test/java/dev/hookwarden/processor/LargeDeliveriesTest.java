package dev.hookwarden.processor;

import static dev.hookwarden.log.LogEvent.CANARY_RECEIVED;
import static dev.hookwarden.log.LogEvent.DELIVERY_DUPLICATE;
import static dev.hookwarden.log.LogEvent.DELIVERY_FAILED;
import static dev.hookwarden.log.LogEvent.DELIVERY_PROCESSED;
import static dev.hookwarden.log.LogEvent.PAYLOAD_NOT_DELETED;
import static dev.hookwarden.processor.Deliveries.queued;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.delivery.Canary;
import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.delivery.DeliveryMetadata;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.processor.SinkOutcome.Refused;
import dev.hookwarden.processor.SinkOutcome.Sent;
import dev.hookwarden.processor.SinkOutcome.SentByReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of stored payloads, whatever fails and wherever the processor dies. */
class LargeDeliveriesTest {
    private static final Delivery LARGE = large("evt_01", "attempt-1");
    private static final Delivery REPEATED = large("evt_01", "attempt-2");

    private Instant now = Deliveries.RECEIVED_AT.plusMillis(1500);
    private final RecordedLog log = new RecordedLog();
    private final RecordedSink sink = new RecordedSink();
    private final InMemorySeenDeliveries seen = new InMemorySeenDeliveries();
    private final InMemoryPayloads payloads = new InMemoryPayloads().with(LARGE);
    private final Processor processor = processor(seen, payloads);

    @Test
    void publishesThePayloadAndDeletesIt() {
        assertThat(processor.process(List.of(queued(LARGE)))).isEmpty();

        assertThat(sink.taken()).containsExactly(LARGE);
        assertThat(payloads.keys()).isEmpty();
        assertThat(log.events()).containsExactly(DELIVERY_PROCESSED);
    }

    @Test
    void leavesAPayloadThatTheEventOnlyRefersTo() {
        sink.answers(delivery -> new SentByReference());

        assertThat(processor.process(List.of(queued(LARGE)))).isEmpty();

        assertThat(payloads.keys()).containsExactly("zenoo/attempt-1");
        assertThat(log.events()).containsExactly(DELIVERY_PROCESSED);
    }

    @Test
    void sendsAReferenceAgainWhenItsMessageComesAgain() {
        sink.answers(delivery -> new SentByReference());
        processor.process(List.of(queued(LARGE)));

        assertThat(processor.process(List.of(queued(LARGE)))).isEmpty();

        assertThat(sink.takenIds()).containsExactly("evt_01", "evt_01");
        assertThat(payloads.keys()).containsExactly("zenoo/attempt-1");
    }

    @Test
    void aMissingPayloadFailsItsDeliveryAlone() {
        payloads.delete("zenoo/attempt-1");

        assertThat(processor.process(
                        List.of(queued("message-1", LARGE), queued("message-2", Deliveries.withId("evt_02")))))
                .containsExactly("message-1");

        assertThat(sink.takenIds()).containsExactly("evt_02");
        assertThat(log.lines().getFirst().fields())
                .containsEntry("reason", "payload_unavailable")
                .containsEntry("errorCode", "NoSuchKey")
                .containsEntry("deliveryId", "evt_01");
    }

    @Test
    void aRedriveFindsThePayloadThatIsThereAgain() {
        payloads.delete("zenoo/attempt-1");
        processor.process(List.of(queued("message-1", LARGE)));
        payloads.with(LARGE);
        now = now.plus(Duration.ofDays(13));

        assertThat(processor.process(List.of(queued("message-9", LARGE)))).isEmpty();

        assertThat(sink.taken()).containsExactly(LARGE);
        assertThat(payloads.keys()).isEmpty();
    }

    @Test
    void otherBytesAreNeverPublished() {
        payloads.plant("zenoo/attempt-1", Deliveries.json(LARGE.payload().size() - 1));

        assertThat(processor.process(List.of(queued("message-1", LARGE)))).containsExactly("message-1");

        assertThat(sink.taken()).isEmpty();
        assertThat(log.only().fields()).containsEntry("reason", "payload_changed");
        assertThat(payloads.keys()).as("kept for whoever looks into it").isNotEmpty();
    }

    @Test
    void aPayloadWhoseDeliveryTheSinkRefusesIsKept() {
        sink.answers(delivery -> new Refused("InternalFailure"));
        processor.process(List.of(queued(LARGE)));
        assertThat(payloads.keys()).containsExactly("zenoo/attempt-1");

        sink.answers(delivery -> new Sent());
        assertThat(processor.process(List.of(queued(LARGE)))).isEmpty();
        assertThat(payloads.keys()).isEmpty();
    }

    @Test
    void aDuplicatesPayloadIsDeletedUnread() {
        sink.answers(delivery -> new Refused("InternalFailure"));
        processor.process(List.of(queued(LARGE)));
        payloads.with(REPEATED);

        assertThat(processor.process(List.of(queued(REPEATED)))).isEmpty();

        assertThat(payloads.keys()).containsExactly("zenoo/attempt-1");
        assertThat(payloads.read()).containsExactly("zenoo/attempt-1");
    }

    @Test
    void aDuplicatesPayloadInTheSameBatchIsDeleted() {
        sink.answers(delivery -> new Refused("InternalFailure"));
        payloads.with(REPEATED);

        assertThat(processor.process(List.of(queued("message-1", LARGE), queued("message-2", REPEATED))))
                .containsExactly("message-1");

        assertThat(payloads.keys()).containsExactly("zenoo/attempt-1");
    }

    @Test
    void twoMessagesOfOneAttemptShareThePayloadUntilItIsPublished() {
        sink.answers(delivery -> new Refused("InternalFailure"));

        assertThat(processor.process(List.of(queued("message-1", LARGE), queued("message-2", LARGE))))
                .containsExactly("message-1");
        assertThat(payloads.keys()).containsExactly("zenoo/attempt-1");

        sink.answers(delivery -> new Sent());
        assertThat(processor.process(List.of(queued("message-1", LARGE)))).isEmpty();
        assertThat(sink.taken()).containsExactly(LARGE);
    }

    @Test
    void aCanarysPayloadIsDeletedUnread() {
        Payload payload = LARGE.payload();
        Delivery canary = new Delivery(
                new DeliveryMetadata(
                        "zenoo",
                        "canary:0a1b",
                        Canary.EVENT_TYPE,
                        "attempt-1",
                        LARGE.metadata().receivedAt(),
                        LARGE.metadata().keyStage(),
                        LARGE.metadata().keyVersion(),
                        payload.sha256()),
                payload);

        assertThat(processor.process(List.of(queued(canary)))).isEmpty();

        assertThat(log.events()).containsExactly(CANARY_RECEIVED);
        assertThat(payloads.keys()).isEmpty();
        assertThat(payloads.read()).isEmpty();
    }

    @Test
    void deathAfterPublishingPublishesAgainUnderTheSameId() {
        Processor dying = processor(new Unsettled(seen), payloads);
        assertThat(dying.process(List.of(queued(LARGE)))).isEmpty();
        assertThat(payloads.keys())
                .as("nothing is deleted that may be asked for")
                .isNotEmpty();

        assertThat(processor.process(List.of(queued(LARGE)))).isEmpty();

        assertThat(sink.takenIds()).containsExactly("evt_01", "evt_01");
        assertThat(payloads.keys()).isEmpty();
        assertThat(log.events()).containsExactly(DELIVERY_PROCESSED, PAYLOAD_NOT_DELETED, DELIVERY_PROCESSED);
    }

    @Test
    void deathBeforeDeletingDropsTheMessageAndDeletes() {
        Processor dying = processor(seen, new Undeletable(payloads));
        assertThat(dying.process(List.of(queued(LARGE)))).isEmpty();

        assertThat(processor.process(List.of(queued(LARGE)))).isEmpty();

        assertThat(sink.taken()).containsExactly(LARGE);
        assertThat(payloads.keys()).isEmpty();
        assertThat(log.events()).containsExactly(DELIVERY_PROCESSED, PAYLOAD_NOT_DELETED, DELIVERY_DUPLICATE);
    }

    @Test
    void deathAfterDeletingDropsTheMessage() {
        processor.process(List.of(queued(LARGE)));

        assertThat(processor.process(List.of(queued(LARGE)))).isEmpty();

        assertThat(sink.taken()).containsExactly(LARGE);
        assertThat(log.events()).containsExactly(DELIVERY_PROCESSED, DELIVERY_DUPLICATE);
    }

    @Test
    void readsNoPayloadWhenTheTimeIsOver() {
        SeenDeliveries slow = new SlowClaims(seen, Processor.PATIENCE_WITH_STORE.plusMillis(1));

        assertThat(processor(slow, payloads).process(List.of(queued("message-1", LARGE))))
                .containsExactly("message-1");

        assertThat(payloads.read()).isEmpty();
        assertThat(log.only().fields()).containsEntry("reason", "out_of_time");
    }

    @Test
    void deletesNothingWhenTheTimeIsOver() {
        sink.answers(delivery -> {
            now = now.plus(Processor.PATIENCE_WITH_DISPOSAL).plusMillis(1);
            return new Sent();
        });

        assertThat(processor.process(List.of(queued(LARGE)))).isEmpty();

        assertThat(payloads.keys()).isNotEmpty();
        assertThat(log.events()).containsExactly(DELIVERY_PROCESSED, PAYLOAD_NOT_DELETED);
    }

    @Test
    void showsNothingOfAStoredPayload() {
        payloads.plant("zenoo/attempt-1", "canary".getBytes(StandardCharsets.US_ASCII));

        processor.process(List.of(queued(LARGE)));

        assertThat(log.events()).containsExactly(DELIVERY_FAILED);
        assertThat(log.text()).doesNotContain("canary", "xxx");
    }

    private static Delivery large(String deliveryId, String attemptId) {
        return Deliveries.of(deliveryId, attemptId, Deliveries.largeJson());
    }

    private Processor processor(SeenDeliveries remembered, PayloadStore store) {
        return new Processor(remembered, Duration.ofDays(15), store, sink, log, () -> now);
    }

    /** Dies before it can settle. */
    private record Unsettled(SeenDeliveries seen) implements SeenDeliveries {
        @Override
        public Claim claim(DeliveryMetadata delivery, Instant at, Instant expiresAt) {
            return seen.claim(delivery, at, expiresAt);
        }

        @Override
        public void settle(DeliveryMetadata delivery, Instant at, Instant expiresAt) {
            throw new IllegalStateException("Died");
        }
    }

    /** Dies before it can delete. */
    private record Undeletable(PayloadStore store) implements PayloadStore {
        @Override
        public Payload read(String key) {
            return store.read(key);
        }

        @Override
        public void delete(String key) {
            throw new PayloadUnavailableException("Died", new IllegalStateException());
        }
    }

    private final class SlowClaims implements SeenDeliveries {
        private final SeenDeliveries claims;
        private final Duration each;

        SlowClaims(SeenDeliveries claims, Duration each) {
            this.claims = claims;
            this.each = each;
        }

        @Override
        public Claim claim(DeliveryMetadata delivery, Instant at, Instant expiresAt) {
            now = now.plus(each);
            return claims.claim(delivery, at, expiresAt);
        }

        @Override
        public void settle(DeliveryMetadata delivery, Instant at, Instant expiresAt) {
            claims.settle(delivery, at, expiresAt);
        }
    }
}
