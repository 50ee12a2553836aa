package dev.hookwarden.processor;

import static dev.hookwarden.log.LogEvent.DELIVERY_FAILED;
import static dev.hookwarden.log.LogEvent.DELIVERY_PROCESSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.Fault;
import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.local.aws.eventbridge.PutEvent;
import dev.hookwarden.processor.enrichment.EnrichmentConfig;
import dev.hookwarden.processor.enrichment.PlannedCalls;
import dev.hookwarden.processor.enrichment.Plans;
import dev.hookwarden.providerapi.ApiOutcome;
import dev.hookwarden.providerapi.ProviderCalls;
import dev.hookwarden.secrets.SecretNames;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** From the JSON that Lambda sends to the JSON that it gets, over the SDK and strict stand-ins. */
class ProcessorHandlerTest {
    private static final String FOREIGN_MESSAGE = "7f3c8a52-1d0e-4b7c-9f64-5a2e8c1b0d93";

    private final RecordedLog log = new RecordedLog();

    @Test
    void processesABatchAndReturnsTheOneThatIsNoDelivery() throws IOException {
        try (StandIns aws = new StandIns()) {
            assertThat(answer(aws, batch())).isEqualTo(failing(FOREIGN_MESSAGE));

            assertThat(aws.eventBridge.events())
                    .extracting(PutEvent::source, PutEvent::detailType)
                    .containsExactly(
                            tuple("hookwarden.zenoo", "case.completed"), tuple("hookwarden.jobsiteon", "unknown"));
            assertThat(log.events()).containsExactlyInAnyOrder(DELIVERY_FAILED, DELIVERY_PROCESSED, DELIVERY_PROCESSED);
        }
    }

    @Test
    void callsAwsNoMoreThanTheBudgetSays() throws IOException {
        try (StandIns aws = new StandIns()) {
            answer(aws, batch());

            assertThat(aws.calls.of(AwsApi.DYNAMO_DB)).isEqualTo(2);
            assertThat(aws.calls.of(AwsApi.EVENT_BRIDGE)).isEqualTo(1);
        }
    }

    @Test
    void returnsWhatCouldNotBeClaimed() throws IOException {
        FaultPlan firstClaim = (api, action, ordinal) ->
                api == AwsApi.DYNAMO_DB && ordinal == 1 ? new Fault.FailBefore() : new Fault.None();
        try (StandIns aws = new StandIns(firstClaim)) {
            assertThat(answer(aws, batch()))
                    .isEqualTo(failing(FOREIGN_MESSAGE, "059f36b4-87a3-44ab-83d2-661975830a7d"));

            assertThat(aws.eventBridge.events()).hasSize(1);
        }
    }

    @Test
    void theSameBatchAfterAFailedSinkIsProcessed() throws IOException {
        FaultPlan firstCall = (api, action, ordinal) ->
                api == AwsApi.EVENT_BRIDGE && ordinal == 1 ? new Fault.Throttle() : new Fault.None();
        try (StandIns aws = new StandIns(firstCall)) {
            ProcessorHandler handler = handler(aws);

            assertThat(json(handler.handleRequest(event(batch()), null)))
                    .isEqualTo(failing(
                            FOREIGN_MESSAGE,
                            "059f36b4-87a3-44ab-83d2-661975830a7d",
                            "2e1424d4-f796-459a-8184-9c92662be6da"));
            assertThat(json(handler.handleRequest(event(batch()), null))).isEqualTo(failing(FOREIGN_MESSAGE));

            assertThat(aws.eventBridge.events()).hasSize(2);
        }
    }

    @Test
    void readsTextAttributesOnly() throws IOException {
        try (StandIns aws = new StandIns()) {
            String numbered = batch().replaceFirst("\"dataType\": \"String\"", "\"dataType\": \"Number\"");

            assertThat(answer(aws, numbered))
                    .isEqualTo(failing("059f36b4-87a3-44ab-83d2-661975830a7d", FOREIGN_MESSAGE));
        }
    }

    @Test
    void answersAnEmptyBatch() throws IOException {
        try (StandIns aws = new StandIns()) {
            assertThat(answer(aws, "{\"Records\":[]}")).isEqualTo("{\"batchItemFailures\":[]}");
        }
    }

    @Test
    void fetchesWhatItIsToldTo() throws IOException {
        PlannedCalls calls = PlannedCalls.ending(new ApiOutcome.Refused<>(403));
        try (StandIns aws = new StandIns()) {
            ProcessorHandler handler = new ProcessorHandler(
                    config().fetching(new EnrichmentConfig(
                            Plans.both().subList(0, 1), new SecretNames("hookwarden/test"), "limits")),
                    clients(aws),
                    () -> calls,
                    InstantSource.system(),
                    log);

            handler.handleRequest(event(batch()), null);

            assertThat(aws.eventBridge.events()).hasSize(2);
            assertThat(aws.eventBridge
                            .events()
                            .getFirst()
                            .detail()
                            .at("/enrichment/reason")
                            .asText())
                    .isEqualTo("no_reference");
            assertThat(aws.eventBridge.events().getLast().detail().has("enrichment"))
                    .isFalse();
        }
    }

    @Test
    void wantsNoCallsToProvidersWhenItFetchesNothing() throws IOException {
        try (StandIns aws = new StandIns()) {
            Supplier<ProviderCalls> none = () -> {
                throw new IllegalStateException("Nobody asked for calls");
            };

            new ProcessorHandler(config(), clients(aws), none, InstantSource.system(), log)
                    .handleRequest(event(batch()), null);

            assertThat(aws.eventBridge.events()).hasSize(2);
        }
    }

    private String answer(StandIns aws, String event) throws IOException {
        return json(handler(aws).handleRequest(event(event), null));
    }

    private ProcessorHandler handler(StandIns aws) {
        return new ProcessorHandler(config(), clients(aws), InstantSource.system(), log);
    }

    private static ProcessorConfig config() {
        return new ProcessorConfig(StandIns.BUS, StandIns.TABLE, Duration.ofDays(15), StandIns.BUCKET);
    }

    private static AwsClients clients(StandIns aws) {
        return new AwsClients(aws.dynamoDb(), aws.eventBridgeClient(), aws.s3Client());
    }

    private static String batch() throws IOException {
        return Files.readString(Path.of(System.getProperty("hookwarden.root"), "events", "processor", "batch.json"));
    }

    /** Read as the runtime reads it. */
    private static SQSEvent event(String json) {
        return LambdaEventSerializers.serializerFor(SQSEvent.class, SQSEvent.class.getClassLoader())
                .fromJson(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** Written as the runtime writes it. */
    private static String json(SQSBatchResponse response) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LambdaEventSerializers.serializerFor(SQSBatchResponse.class, SQSBatchResponse.class.getClassLoader())
                .toJson(response, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String failing(String... messageIds) {
        return "{\"batchItemFailures\":[{\"itemIdentifier\":\"" + String.join("\"},{\"itemIdentifier\":\"", messageIds)
                + "\"}]}";
    }
}
