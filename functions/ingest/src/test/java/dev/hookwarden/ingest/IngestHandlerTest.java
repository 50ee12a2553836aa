package dev.hookwarden.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.delivery.Envelope;
import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.Fault;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.provider.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole function over HTTP: the SDK's clients on one side, strict stand-ins on the other. */
class IngestHandlerTest {
    private final StandIns aws = new StandIns();

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void putsAVerifiedDeliveryInTheQueue() throws IOException {
        assertThat(status("zenoo/journey/verification.completed.json")).isEqualTo(200);

        Envelope envelope = aws.receive().getFirst();
        assertThat(envelope.metadata().eventType()).isEqualTo("verification.completed");
        assertThat(envelope.payload()).isPresent();
    }

    @Test
    void keepsTheBytesOfAPayloadThatIsNoText() throws IOException {
        assertThat(status("cases/not-utf8.json")).isEqualTo(200);

        assertThat(aws.receive().getFirst().attributes()).containsEntry("payloadEncoding", "base64");
    }

    @Test
    void queuesNothingThatItRefuses() throws IOException {
        assertThat(status("cases/forged.json")).isEqualTo(401);
        assertThat(status("cases/compressed.json")).isEqualTo(415);

        assertThat(aws.calls.of(AwsApi.SQS, "SendMessage")).isZero();
    }

    /** The keyring is read once because there is none, and once more because none of its keys had signed. */
    @Test
    void writesOneLineForEachForgeryOfAFlood() throws IOException {
        for (int forgery = 0; forgery < 50; forgery++) {
            status("cases/forged.json");
        }

        assertThat(aws.lines.stream().collect(Collectors.groupingBy(LogLine::event, Collectors.counting())))
                .isEqualTo(Map.of(LogEvent.SIGNATURE_REFUSED, 50L, LogEvent.KEYRING_READ, 2L));
    }

    @Test
    void callsSqsOnceForADelivery() throws IOException {
        status("zenoo/case/case.created.json");
        long reads = aws.calls.of(AwsApi.SECRETS_MANAGER);
        status("zenoo/case/case.closed.json");

        assertThat(aws.calls.of(AwsApi.SQS, "SendMessage")).isEqualTo(2);
        assertThat(aws.calls.of(AwsApi.SECRETS_MANAGER)).isEqualTo(reads);
    }

    @Test
    void asksForTheDeliveryAgainWhileSqsIsDown() throws IOException {
        failEvery(AwsApi.SQS);

        assertThat(status("zenoo/case/case.created.json")).isEqualTo(503);
        assertThat(aws.lines.getLast().event()).isEqualTo(LogEvent.INGEST_FAILED);
    }

    @Test
    void asksForTheDeliveryAgainWhileNoKeyringCanBeRead() throws IOException {
        failEvery(AwsApi.SECRETS_MANAGER);

        assertThat(status("zenoo/case/case.created.json")).isEqualTo(503);
        assertThat(aws.calls.of(AwsApi.SQS, "SendMessage")).isZero();
    }

    @Test
    void goesOnWithTheKeyringItHoldsWhileSecretsManagerIsDown() throws IOException {
        status("zenoo/case/case.created.json");
        failEvery(AwsApi.SECRETS_MANAGER);

        assertThat(status("zenoo/case/case.closed.json")).isEqualTo(200);
    }

    @Test
    @SuppressWarnings("NullAway") // The context is not looked at.
    void readsTheKeysAnewAfterARestore() throws IOException {
        status("zenoo/case/case.created.json");
        aws.handler.afterRestore(null);
        status("zenoo/case/case.closed.json");

        assertThat(aws.calls.of(AwsApi.SECRETS_MANAGER, "GetSecretValue")).isEqualTo(2);
    }

    @Test
    @SuppressWarnings("NullAway") // The context is not looked at.
    void rehearsesBeforeASnapshotWithoutAwsAndWithoutALine() throws IOException {
        aws.handler.beforeCheckpoint(null);

        assertThat(aws.calls.of(AwsApi.SECRETS_MANAGER, "DescribeSecret")).isZero();
        assertThat(aws.calls.of(AwsApi.SQS)).isZero();
        assertThat(aws.lines).isEmpty();
        assertThat(status("zenoo/case/case.created.json")).isEqualTo(200);
    }

    static List<Provider> providers() {
        return Provider.ALL;
    }

    @ParameterizedTest
    @MethodSource("providers")
    void rehearsesTheWholeWay(Provider provider) throws IOException {
        IngestConfig config = IngestConfig.from(IngestConfigTest.VALID);
        IngestConfig alone = new IngestConfig(
                config.queueUrl(),
                List.of(provider),
                config.secretNames(),
                config.keyring(),
                config.payloadBucket(),
                config.payloadLimit());

        assertThatCode(new Rehearsal(alone)::run).doesNotThrowAnyException();
    }

    @Test
    void aDeliveryThatWouldBeRefusedStopsTheVersionThatIsBeingPublished() {
        IngestConfig config = IngestConfig.from(IngestConfigTest.VALID);
        IngestConfig withRoomForNothing = new IngestConfig(
                config.queueUrl(),
                List.of(Provider.JOBSITEON),
                config.secretNames(),
                config.keyring(),
                config.payloadBucket(),
                1);

        assertThatThrownBy(new Rehearsal(withRoomForNothing)::run)
                .hasMessage("Before a snapshot, a genuine delivery of jobsiteon was answered 413 and not 200");
    }

    @Test
    void namesEachAttemptAnewWhateverRequestIdTheClientChose() throws IOException {
        status("cases/duplicate-first.json");
        status("cases/duplicate-first.json");

        assertThat(aws.lines.stream()
                        .filter(line -> line.event() == LogEvent.DELIVERY_ACCEPTED)
                        .map(line -> line.fields().get("attemptId")))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesWhatIsNoEvent() throws IOException {
        assertThat(status(new ByteArrayInputStream("[]".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(400);
        assertThat(aws.lines)
                .singleElement()
                .satisfies(line -> assertThat(line.fields()).containsEntry("reason", "event_malformed"));
    }

    private void failEvery(AwsApi failing) {
        aws.plan((api, action, ordinal) -> api == failing ? new Fault.FailBefore() : new Fault.None());
    }

    private int status(String file) throws IOException {
        return status(SampleEvents.open(file));
    }

    private int status(InputStream event) throws IOException {
        return aws.status(event);
    }
}
