package dev.hookwarden.local.aws.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.AwsSdk;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.Faults;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** Rules of API_PutEvents; error codes and messages as recorded from AWS in public snapshot tests of LocalStack. */
final class StrictEventBridgeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.250Z");
    private static final PutEventsRequestEntry VALID = PutEventsRequestEntry.builder()
            .eventBusName("deliveries")
            .source("hookwarden.zenoo")
            .detailType("check.completed")
            .detail("{\"a\":1}")
            .build();

    private final StrictEventBridge service =
            new StrictEventBridge(Set.of("deliveries"), InstantSource.fixed(NOW), new SplittableRandom(1));
    private final AwsEndpoint endpoint = AwsEndpoint.open(0, Faults.none(new CallCounts()));
    private final EventBridgeClient client = AwsSdk.client(EventBridgeClient.builder(), endpoint.uri());

    @BeforeEach
    void serve() {
        endpoint.serve(AwsApi.EVENT_BRIDGE, service);
    }

    @AfterEach
    void close() {
        client.close();
        endpoint.close();
    }

    private PutEventsResponse put(PutEventsRequestEntry... entries) {
        return client.putEvents(put -> put.entries(entries));
    }

    @Test
    void recordsAnAcceptedEventAndTellsListeners() {
        List<PutEvent> told = new ArrayList<>();
        service.listen(told::add);
        PutEventsResponse answer = put(VALID);
        assertThat(answer.failedEntryCount()).isZero();
        PutEvent event = service.events().getFirst();
        assertThat(event.id()).isEqualTo(answer.entries().getFirst().eventId());
        assertThat(event.bus()).isEqualTo("deliveries");
        assertThat(event.detail().get("a").intValue()).isEqualTo(1);
        assertThat(event.time()).isEqualTo(NOW);
        assertThat(told).containsExactly(event);
    }

    @Test
    void forgetsWhatItIsToldToForget() {
        put(VALID);
        service.forget();
        assertThat(service.events()).isEmpty();
    }

    @Test
    void takesTheTimeAndTheBusArnOfAnEntry() {
        Instant time = Instant.parse("2026-01-02T03:04:05Z");
        put(VALID.toBuilder()
                .time(time)
                .eventBusName("arn:aws:events:us-east-1:000000000000:event-bus/deliveries")
                .build());
        assertThat(service.events()).extracting(PutEvent::time).containsExactly(time);
        assertThat(service.events()).extracting(PutEvent::bus).containsExactly("deliveries");
    }

    @Test
    void failsSingleEntriesAndAcceptsTheOthers() {
        PutEventsResponse answer = put(VALID, VALID.toBuilder().detail("[]").build(), VALID);
        assertThat(answer.failedEntryCount()).isEqualTo(1);
        assertThat(answer.entries())
                .extracting(PutEventsResultEntry::errorCode)
                .containsExactly(null, "MalformedDetail", null);
        assertThat(service.events()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "[1]", "\"text\"", "{\"a\"", "{} {}"})
    void failsADetailThatIsNotAJsonObject(String detail) {
        assertThat(put(VALID.toBuilder().detail(detail).build()).entries())
                .extracting(PutEventsResultEntry::errorCode)
                .containsExactly("MalformedDetail");
    }

    @Test
    void failsAnEntryThatMissesAMember() {
        PutEventsResponse answer = put(
                VALID.toBuilder().source(null).build(),
                VALID.toBuilder().detailType(null).build(),
                VALID.toBuilder().detail(null).build());
        assertThat(answer.entries()).extracting(PutEventsResultEntry::errorCode).containsOnly("InvalidArgument");
        assertThat(answer.entries().getFirst().errorMessage())
                .isEqualTo("Parameter Source is not valid. Reason: Source is a required argument.");
    }

    @Test
    void refusesMoreThanTenEntries() {
        var eleven = Collections.nCopies(11, VALID);
        assertThatThrownBy(() -> client.putEvents(put -> put.entries(eleven)))
                .isInstanceOfSatisfying(
                        EventBridgeException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
    }

    @Test
    void takesEntriesUpTo1048576BytesInAll() {
        int others = VALID.source().length() + VALID.detailType().length() + "{\"a\":\"\"}".length();
        String most = "{\"a\":\"" + "x".repeat(1_048_576 - others) + "\"}";
        assertThat(put(VALID.toBuilder().detail(most).build()).failedEntryCount())
                .isZero();
        var tooMuch = VALID.toBuilder().detail(most.replace("x\"", "xx\"")).build();
        assertThatThrownBy(() -> put(tooMuch)).hasMessageContaining("over the limit");
    }

    @Test
    void losesAnEventForAnUnknownBusWithoutAnError() {
        var answer = put(VALID.toBuilder().eventBusName("nowhere").build());
        assertThat(answer.failedEntryCount()).isZero();
        assertThat(service.events()).isEmpty();
        assertThat(service.lostToUnknownBus()).hasSize(1);
    }

    @Test
    void failsAnEntryOnceAsPlanned() {
        service.failNext(event -> event.detailType().equals("check.completed"), "InternalFailure");
        assertThat(put(VALID).entries())
                .extracting(PutEventsResultEntry::errorCode)
                .containsExactly("InternalFailure");
        assertThat(put(VALID).failedEntryCount()).isZero();
    }
}
