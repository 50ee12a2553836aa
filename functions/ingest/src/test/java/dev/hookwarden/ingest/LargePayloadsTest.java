package dev.hookwarden.ingest;

import static dev.hookwarden.delivery.Envelope.MAX_INLINE_BYTES;
import static dev.hookwarden.ingest.IngestConfig.LARGEST_PAYLOAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.delivery.Envelope;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.Fault;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.SignatureScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where each payload goes, to the byte, and what is left of one that didn't get through. */
class LargePayloadsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SAMPLE_KEY = SampleEvents.key("zenoo");

    private static StandIns aws;

    @BeforeAll
    static void start() {
        aws = new StandIns();
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @AfterEach
    void empty() {
        aws.plan((api, action, ordinal) -> new Fault.None());
        keys().forEach(key -> aws.s3.expire(StandIns.BUCKET, key));
        aws.lines.clear();
    }

    /** Each form that a body can have in the event, and each that a payload can have in the queue. */
    enum Body {
        TEXT('x', false),
        TEXT_IN_BASE64('x', true),
        NO_TEXT_IN_BASE64(0xFF, true);

        private final byte filler;
        private final boolean base64;

        Body(int filler, boolean base64) {
            this.filler = (byte) filler;
            this.base64 = base64;
        }

        byte[] ofSize(int size) {
            byte[] bytes = new byte[size];
            Arrays.fill(bytes, filler);
            return bytes;
        }
    }

    static Stream<Arguments> aroundTheQueuesLimit() {
        return around(MAX_INLINE_BYTES);
    }

    static Stream<Arguments> aroundTheLargest() {
        return around(LARGEST_PAYLOAD);
    }

    private static Stream<Arguments> around(int limit) {
        return Arrays.stream(Body.values())
                .flatMap(
                        body -> IntStream.rangeClosed(limit - 2, limit + 2).mapToObj(size -> Arguments.of(body, size)));
    }

    @ParameterizedTest
    @MethodSource("aroundTheQueuesLimit")
    void storesAPayloadFromTheFirstByteThatTheQueueHasNoRoomFor(Body body, int size) throws IOException {
        byte[] bytes = body.ofSize(size);

        assertThat(send(body, bytes, sign(SAMPLE_KEY, bytes))).isEqualTo(200);

        Envelope envelope = aws.receive().getFirst();
        assertThat(envelope.metadata().payloadSha256())
                .isEqualTo(Payload.of(bytes).sha256());
        if (size <= MAX_INLINE_BYTES) {
            assertThat(envelope.payload()).contains(Payload.of(bytes));
            assertThat(keys()).isEmpty();
        } else {
            String key = envelope.metadata().payloadKey();
            assertThat(keys()).containsExactly(key);
            assertThat(aws.s3.bytes(StandIns.BUCKET, key)).contains(bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("aroundTheLargest")
    void refusesAPayloadFromTheFirstByteThatLambdaMayNotLetThrough(Body body, int size) throws IOException {
        byte[] bytes = body.ofSize(size);
        long before = aws.calls.of(AwsApi.SQS, "SendMessage");

        assertThat(send(body, bytes, sign(SAMPLE_KEY, bytes))).isEqualTo(size <= LARGEST_PAYLOAD ? 200 : 413);

        assertThat(keys()).hasSize(size <= LARGEST_PAYLOAD ? 1 : 0);
        assertThat(aws.calls.of(AwsApi.SQS, "SendMessage") - before).isEqualTo(size <= LARGEST_PAYLOAD ? 1 : 0);
        aws.receive();
    }

    @Test
    void storesNothingThatIsForged() throws IOException {
        byte[] bytes = Body.TEXT.ofSize(MAX_INLINE_BYTES + 1);
        long before = aws.calls.of(AwsApi.S3);

        assertThat(send(Body.TEXT, bytes, sign("a key that somebody made up", bytes)))
                .isEqualTo(401);
        assertThat(send(Body.TEXT, bytes, Map.of())).isEqualTo(401);

        assertThat(aws.calls.of(AwsApi.S3)).isEqualTo(before);
    }

    @Test
    void callsNothingOfS3ForAUsualDelivery() throws IOException {
        long before = aws.calls.of(AwsApi.S3);

        assertThat(aws.status(SampleEvents.open("zenoo/case/case.created.json")))
                .isEqualTo(200);

        assertThat(aws.calls.of(AwsApi.S3)).isEqualTo(before);
        aws.receive();
    }

    @Test
    void queuesNothingWhoseFirstStepFailed() throws IOException {
        long before = aws.calls.of(AwsApi.SQS, "SendMessage");
        failEvery(AwsApi.S3);

        assertThat(sendLarge()).isEqualTo(503);

        assertThat(aws.calls.of(AwsApi.SQS, "SendMessage")).isEqualTo(before);
        assertThat(aws.lines.getLast().event()).isEqualTo(LogEvent.INGEST_FAILED);
        assertThat(aws.lines.getLast().fields()).containsEntry("fault", "PayloadStoreUnavailableException");
    }

    @Test
    void triesOnceMoreWhenS3Stumbles() throws IOException {
        List<Fault> faults =
                Stream.<Fault>of(new Fault.Throttle(), new Fault.None()).toList();
        long before = aws.calls.of(AwsApi.S3);
        aws.plan((api, action, ordinal) ->
                api == AwsApi.S3 ? faults.get((int) (ordinal - before - 1)) : new Fault.None());

        assertThat(sendLarge()).isEqualTo(200);

        assertThat(keys()).hasSize(1);
        assertThat(aws.receive()).hasSize(1);
    }

    @Test
    void storesOnceWhatS3TookWithoutSayingSo() throws IOException {
        long before = aws.calls.of(AwsApi.S3);
        aws.plan((api, action, ordinal) ->
                api == AwsApi.S3 && ordinal == before + 1 ? new Fault.FailAfter() : new Fault.None());

        assertThat(sendLarge()).isEqualTo(200);

        assertThat(keys()).containsExactly(aws.receive().getFirst().metadata().payloadKey());
    }

    @Test
    void leavesAnOrphanAndAsksAgainWhenThePayloadIsStoredAndNobodySaysSo() throws IOException {
        aws.plan((api, action, ordinal) -> api == AwsApi.S3 ? new Fault.FailAfter() : new Fault.None());

        assertThat(sendLarge()).isEqualTo(503);

        assertThat(keys()).hasSize(1);
        assertThat(aws.receive()).isEmpty();
    }

    @Test
    void leavesAnOrphanAndAsksAgainWhenTheQueueFails() throws IOException {
        failEvery(AwsApi.SQS);
        assertThat(sendLarge()).isEqualTo(503);
        List<String> orphan = keys();
        assertThat(orphan).hasSize(1);

        aws.plan((api, action, ordinal) -> new Fault.None());
        assertThat(sendLarge()).isEqualTo(200);

        assertThat(keys()).hasSize(2).containsAll(orphan);
        assertThat(orphan).doesNotContain(aws.receive().getFirst().metadata().payloadKey());
    }

    @Test
    void saysNothingOfAPersonInTheKey() throws IOException {
        assertThat(sendLarge()).isEqualTo(200);

        assertThat(keys()).singleElement().asString().matches("zenoo/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        aws.receive();
    }

    @Test
    void namesARefusalThatNeedsMending() {
        S3PayloadStore elsewhere = new S3PayloadStore(aws.clients().s3(), "no-such-bucket");

        assertThatExceptionOfType(PayloadStoreUnavailableException.class)
                .isThrownBy(() -> elsewhere.put("zenoo/attempt-1", Payload.of(new byte[] {1})))
                .withCauseInstanceOf(S3RefusedException.class)
                .havingRootCause()
                .withMessage("S3 answered 404");
    }

    private static List<String> keys() {
        return aws.s3.keys(StandIns.BUCKET);
    }

    private static void failEvery(AwsApi failing) {
        aws.plan((api, action, ordinal) -> api == failing ? new Fault.FailBefore() : new Fault.None());
    }

    private static int sendLarge() throws IOException {
        byte[] bytes = Body.TEXT.ofSize(MAX_INLINE_BYTES + 1);
        return send(Body.TEXT_IN_BASE64, bytes, sign(SAMPLE_KEY, bytes));
    }

    private static int send(Body body, byte[] bytes, Map<String, String> headers) throws IOException {
        return aws.status(event(body, bytes, headers));
    }

    private static Map<String, String> sign(String key, byte[] payload) {
        SignatureScheme scheme = Provider.ZENOO.scheme();
        return scheme.sign(scheme.signingKey(key), payload, "", Instant.EPOCH);
    }

    private static InputStream event(Body body, byte[] bytes, Map<String, String> headers) {
        ObjectNode event = MAPPER.createObjectNode().put("httpMethod", "POST");
        event.putObject("pathParameters").put("provider", "zenoo");
        headers.forEach(event.putObject("headers")::put);
        event.putObject("requestContext").put("requestId", "request-1");
        event.put("isBase64Encoded", body.base64)
                .put(
                        "body",
                        body.base64
                                ? Base64.getEncoder().encodeToString(bytes)
                                : new String(bytes, StandardCharsets.UTF_8));
        return new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8));
    }
}
