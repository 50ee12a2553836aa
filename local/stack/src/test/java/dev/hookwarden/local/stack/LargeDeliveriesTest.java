package dev.hookwarden.local.stack;

import static dev.hookwarden.delivery.Envelope.MAX_INLINE_BYTES;
import static dev.hookwarden.ingest.IngestConfig.LARGEST_PAYLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.ingest.IngestHandler;
import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.Fault;
import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.local.aws.eventbridge.PutEvent;
import dev.hookwarden.local.lambda.LocalContext;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.processor.ProcessorHandler;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.SignatureScheme;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** From the gateway's event to the bus, through both handlers and every stand-in between them. */
class LargeDeliveriesTest {
    private static final String KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final List<LogLine> LINES = new ArrayList<>();

    private static FaultPlan faults = FaultPlan.none();
    private static LocalAws aws;
    private static SqsClient sqs;
    private static IngestHandler ingest;
    private static ProcessorHandler processor;

    @BeforeAll
    static void start() {
        LocalSettings settings = new LocalSettings(
                0,
                0,
                Optional.empty(),
                Duration.ZERO,
                LINES::add,
                (api, action, ordinal) -> faults.faultOf(api, action, ordinal));
        InstantSource clock = InstantSource.system();
        aws = LocalAws.start(settings, DataFolder.open(Optional.empty()), new LocalRotation(), clock);
        sqs = aws.client(SqsClient.builder());
        aws.client(SecretsManagerClient.builder())
                .createSecret(secret ->
                        secret.name("hookwarden/local/zenoo/signing-key").secretString(KEY));
        LocalFunctions functions = new LocalFunctions(aws, clock);
        ingest = functions.ingest(LINES::add);
        processor = functions.processor(LINES::add);
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @AfterEach
    void reset() {
        faults = FaultPlan.none();
        stored().forEach(key -> aws.objects().expire(LocalAws.PAYLOAD_BUCKET, key));
        LINES.clear();
    }

    static Stream<Arguments> bothLimitsToTheByte() {
        return Stream.of(MAX_INLINE_BYTES, LARGEST_PAYLOAD)
                .flatMap(limit -> IntStream.rangeClosed(limit - 2, limit + 2).boxed())
                .flatMap(size -> Stream.of(Arguments.of(size, true), Arguments.of(size, false)));
    }

    @ParameterizedTest
    @MethodSource("bothLimitsToTheByte")
    void reachesTheBusWholeOrByReferenceOrNotAtAll(int size, boolean text) throws IOException {
        byte[] payload = text ? json(size) : noText(size);

        int status = send(payload);

        if (size > LARGEST_PAYLOAD) {
            assertThat(status).isEqualTo(413);
            assertThat(process()).isZero();
            return;
        }
        assertThat(status).isEqualTo(200);
        assertThat(stored()).hasSize(size > MAX_INLINE_BYTES ? 1 : 0);
        assertThat(process()).isEqualTo(1);
        JsonNode detail = last().detail();
        assertThat(Payload.of(payloadOf(detail))).isEqualTo(Payload.of(payload));
        assertThat(detail.at("/metadata/payloadSha256").textValue())
                .isEqualTo(Payload.of(payload).sha256());
        assertThat(stored()).as("kept for consumers, or gone").hasSize(detail.has("payloadS3") ? 1 : 0);
        assertThat(detail.has("payloadS3")).isEqualTo(size > 1_048_576);
    }

    @Test
    void aPayloadThatIsLostIsDeadLetteredAndARedriveFindsItAgain() throws IOException {
        byte[] payload = json(MAX_INLINE_BYTES + 1);
        assertThat(send(payload)).isEqualTo(200);
        String key = stored().getFirst();
        aws.objects().expire(LocalAws.PAYLOAD_BUCKET, key);

        for (int receive = 1; receive <= LocalAws.MAX_RECEIVE_COUNT; receive++) {
            assertThat(process()).isZero();
        }
        assertThat(events(LogEvent.DELIVERY_FAILED)).isEqualTo(LocalAws.MAX_RECEIVE_COUNT);
        assertThat(receive(LocalAws.QUEUE)).isEmpty();

        aws.objects().plant(LocalAws.PAYLOAD_BUCKET, key, payload);
        redrive();
        assertThat(process()).isEqualTo(1);
        assertThat(payloadOf(last().detail())).isEqualTo(payload);
        assertThat(stored()).isEmpty();
    }

    @Test
    void anOutageOfS3DelaysAndLosesNothing() throws IOException {
        byte[] payload = json(LARGEST_PAYLOAD);
        assertThat(send(payload)).isEqualTo(200);
        failEvery(AwsApi.S3);
        assertThat(process()).isZero();

        faults = FaultPlan.none();
        assertThat(process()).isEqualTo(1);
        assertThat(payloadOf(last().detail())).isEqualTo(payload);
    }

    @Test
    void aRepeatIsDroppedAndLeavesNothingBehind() throws IOException {
        byte[] payload = json(MAX_INLINE_BYTES + 1);
        int before = aws.events().events().size();
        assertThat(send(payload)).isEqualTo(200);
        assertThat(send(payload)).isEqualTo(200);
        assertThat(stored()).hasSize(2);

        assertThat(process()).isEqualTo(2);

        assertThat(aws.events().events()).hasSize(before + 1);
        assertThat(stored()).isEmpty();
    }

    @Test
    void whatIsRepeatedAfterAFaultOfTheQueueIsPublishedOnce() throws IOException {
        byte[] payload = json(MAX_INLINE_BYTES + 1);
        int before = aws.events().events().size();
        faults = (api, action, ordinal) -> action.equals("SendMessage") ? new Fault.FailAfter() : new Fault.None();
        assertThat(send(payload)).isEqualTo(503);
        faults = FaultPlan.none();
        assertThat(send(payload)).isEqualTo(200);

        while (process() > 0) {
            // The SDK repeated SendMessage, so there are several messages of the first attempt.
        }

        assertThat(aws.events().events()).hasSize(before + 1);
        assertThat(events(LogEvent.DELIVERY_FAILED)).isZero();
        assertThat(stored()).isEmpty();
    }

    private static byte[] json(int size) {
        String id = "{\"event_id\":\"evt_" + UUID.randomUUID() + "\",\"filler\":\"";
        return (id + "x".repeat(size - id.length() - 2) + "\"}").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] noText(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 0xFF);
        return bytes;
    }

    @SuppressWarnings("NullAway") // The context is not looked at.
    private static int send(byte[] payload) throws IOException {
        SignatureScheme scheme = Provider.ZENOO.scheme();
        ObjectNode event = LocalJson.object().put("httpMethod", "POST");
        event.putObject("pathParameters").put("provider", "zenoo");
        scheme.sign(scheme.signingKey(KEY), payload, "", Instant.EPOCH).forEach(event.putObject("headers")::put);
        event.putObject("requestContext").put("requestId", "request-1");
        event.put("body", payload).put("isBase64Encoded", true);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ingest.handleRequest(new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8)), answer, null);
        return LocalJson.MAPPER
                .readTree(answer.toByteArray())
                .path("statusCode")
                .asInt();
    }

    /** As Lambda does with one batch; answers how many of its messages left the queue. */
    private static int process() {
        List<Message> messages = receive(LocalAws.QUEUE);
        SQSEvent event = new SQSEvent();
        event.setRecords(messages.stream().map(EventSourceMapping::toRecord).toList());
        Set<String> failed =
                processor.handleRequest(event, new LocalContext("processor")).getBatchItemFailures().stream()
                        .map(BatchItemFailure::getItemIdentifier)
                        .collect(Collectors.toSet());
        List<Message> done = messages.stream()
                .filter(message -> !failed.contains(message.messageId()))
                .toList();
        done.forEach(message -> sqs.deleteMessage(
                delete -> delete.queueUrl(url(LocalAws.QUEUE)).receiptHandle(message.receiptHandle())));
        return done.size();
    }

    /** As SQS does: under a new message id, with the same attributes. */
    private static void redrive() {
        receive(LocalAws.DEAD_LETTER_QUEUE)
                .forEach(message -> sqs.sendMessage(send -> send.queueUrl(url(LocalAws.QUEUE))
                        .messageBody(message.body())
                        .messageAttributes(message.messageAttributes())));
    }

    private static List<Message> receive(String queue) {
        return sqs.receiveMessage(request -> request.queueUrl(url(queue))
                        .maxNumberOfMessages(10)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNamesWithStrings("All"))
                .messages();
    }

    private static String url(String queue) {
        return aws.queueUrl().resolve(queue).toString();
    }

    private static void failEvery(AwsApi failing) {
        faults = (api, action, ordinal) -> api == failing ? new Fault.FailBefore() : new Fault.None();
    }

    /** As a consumer gets it. */
    private static byte[] payloadOf(JsonNode detail) throws IOException {
        return switch (detail.at("/metadata/payloadEncoding").textValue()) {
            case "json" -> detail.get("payload").toString().getBytes(StandardCharsets.UTF_8);
            case "base64" -> detail.get("payloadBase64").binaryValue();
            default ->
                aws.s3()
                        .getObjectAsBytes(
                                get -> get.bucket(detail.at("/payloadS3/bucket").textValue())
                                        .key(detail.at("/payloadS3/key").textValue()))
                        .asByteArray();
        };
    }

    private static PutEvent last() {
        return aws.events().events().getLast();
    }

    private static List<String> stored() {
        return aws.objects().keys(LocalAws.PAYLOAD_BUCKET);
    }

    private static long events(LogEvent event) {
        return LINES.stream().filter(line -> line.event() == event).count();
    }
}
