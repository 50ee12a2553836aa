package dev.hookwarden.secrets;

import static dev.hookwarden.secrets.KeyringScenario.FIRST;
import static dev.hookwarden.secrets.KeyringScenario.JOBSITEON;
import static dev.hookwarden.secrets.KeyringScenario.SECOND;
import static dev.hookwarden.secrets.KeyringScenario.THIRD;
import static dev.hookwarden.secrets.KeyringScenario.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.Fault;
import dev.hookwarden.local.aws.Faults;
import dev.hookwarden.local.aws.secretsmanager.RotationScheduler;
import dev.hookwarden.local.aws.secretsmanager.RotationSettings;
import dev.hookwarden.local.aws.secretsmanager.RotationStep;
import dev.hookwarden.local.aws.secretsmanager.SecretsManagerSettings;
import dev.hookwarden.local.aws.secretsmanager.StrictSecretsManager;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.Keyring;
import dev.hookwarden.verification.KeyringUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Through the SDK's own client, against a Secrets Manager that rotates as AWS does. */
class SecretsManagerOverHttpTest {
    private static final Duration OVERLAP = Provider.JOBSITEON.signingKey().overlap();

    private final MutableClock clock = new MutableClock();
    private final CallCounts calls = new CallCounts();
    private final List<LogLine> lines = new ArrayList<>();
    private final List<List<String>> seenAtEachStep = new ArrayList<>();
    private volatile Fault fault = new Fault.None();
    private final AwsEndpoint endpoint =
            AwsEndpoint.open(0, new Faults((api, action, ordinal) -> fault, calls, clock::advance));
    private final SecretsManagerClient client = SecretsManagerClient.builder()
            .endpointOverride(endpoint.uri())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .overrideConfiguration(configuration -> configuration.retryStrategy(retry -> retry.maxAttempts(1)))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    private final SecretsManagerKeyrings keyrings = newCopy();

    @BeforeEach
    void serve() {
        serve(SecretsManagerSettings.of(clock, new SplittableRandom(1))
                .withRotation(RotationSettings.of(this::rotate, RotationScheduler.direct())));
    }

    @AfterEach
    void close() {
        client.close();
        endpoint.close();
    }

    @Test
    void readsTheCurrentKeyInTwoCallsAndThenInOne() {
        String first = create(FIRST);
        assertThat(shown(current())).containsExactly("CURRENT " + first);
        clock.advance(KeyringSettings.DEFAULT.maxAge());
        assertThat(shown(current())).containsExactly("CURRENT " + first);

        assertThat(calls.of(AwsApi.SECRETS_MANAGER, "DescribeSecret")).isEqualTo(2);
        assertThat(calls.of(AwsApi.SECRETS_MANAGER, "GetSecretValue")).isEqualTo(1);
    }

    @Test
    void followsRotationStepByStep() {
        String first = create(FIRST);
        clock.advance(Duration.ofDays(90));
        String second = turnRotationOn();

        assertThat(seenAtEachStep)
                .containsExactly(
                        List.of("CURRENT " + first),
                        List.of("CURRENT " + first, "PENDING " + second),
                        List.of("CURRENT " + first, "PENDING " + second),
                        List.of("CURRENT " + first, "PENDING " + second));
        assertThat(shown(current())).containsExactly("CURRENT " + second, "PREVIOUS " + first);
    }

    @Test
    void endsTheOverlapOfRotatedKeyAtItsDeadline() {
        create(FIRST);
        clock.advance(Duration.ofDays(90));
        String second = turnRotationOn();

        clock.advance(OVERLAP.minusMillis(1));
        assertThat(current().keys()).hasSize(2);
        clock.advance(Duration.ofMillis(1));
        assertThat(shown(current())).containsExactly("CURRENT " + second);
    }

    @Test
    void countsOverlapFromKeyPutByHandLongAfterTheRotation() {
        create(FIRST);
        String second = turnRotationOn();
        clock.advance(OVERLAP.multipliedBy(3));
        String third = put(THIRD);

        clock.advance(OVERLAP.minusMillis(1));
        assertThat(shown(current())).containsExactly("CURRENT " + third, "PREVIOUS " + second);
        clock.advance(Duration.ofMillis(1));
        assertThat(shown(current())).containsExactly("CURRENT " + third);
    }

    @Test
    void leavesOutPendingVersionThatHasNoValueYet() {
        create(FIRST);
        turnRotationOn();

        assertThat(lines)
                .filteredOn(line -> line.event() == LogEvent.KEY_UNUSABLE)
                .singleElement()
                .satisfies(line -> assertThat(line.fields())
                        .containsEntry("keyStage", "pending")
                        .containsEntry("defect", "no_value"));
    }

    @Test
    void bringsKeyPutByHandOnTheFirstMismatch() {
        String first = create(FIRST);
        Keyring stale = current();
        String second = put(SECOND);

        assertThat(keyrings.refreshed(Provider.JOBSITEON, stale))
                .hasValueSatisfying(keyring ->
                        assertThat(shown(keyring)).containsExactly("CURRENT " + second, "PREVIOUS " + first));
    }

    @Test
    void leavesOutBinaryValue() {
        create(FIRST);
        client.putSecretValue(put -> put.secretId(JOBSITEON).secretBinary(SdkBytes.fromUtf8String("binary-" + SECOND)));

        assertThat(shown(current())).singleElement().asString().startsWith("PREVIOUS ");
    }

    @Test
    void isUnavailableForSecretWithoutVersion() {
        client.createSecret(create -> create.name(JOBSITEON));

        assertThatThrownBy(this::current).isInstanceOf(KeyringUnavailableException.class);
        assertThat(lastFailure()).containsEntry("fault", "NoUsableKey");
    }

    @Test
    void isUnavailableForSecretScheduledForDeletion() {
        create(FIRST);
        current();
        client.deleteSecret(delete -> delete.secretId(JOBSITEON).recoveryWindowInDays(7L));
        clock.advance(KeyringSettings.DEFAULT.maxAge());

        assertThatThrownBy(this::current).isInstanceOf(KeyringUnavailableException.class);
    }

    @Test
    void servesTheLastKeyringWhileThrottledAndNamesTheFault() {
        String first = create(FIRST);
        current();
        fault = new Fault.Throttle();
        clock.advance(KeyringSettings.DEFAULT.maxAge());

        assertThat(shown(current())).containsExactly("CURRENT " + first);
        assertThat(lastFailure()).containsEntry("awsErrorCode", "ThrottlingException");
    }

    @Test
    void servesTheLastKeyringWhileReadsAfterWritesMiss() {
        serve(SecretsManagerSettings.of(clock, new SplittableRandom(1)).withMissedReads(1));
        String first = create(FIRST);
        assertThatThrownBy(this::current).isInstanceOf(KeyringUnavailableException.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(shown(current())).containsExactly("CURRENT " + first);
        Keyring stale = current();
        String second = put(SECOND);

        assertThat(keyrings.refreshed(Provider.JOBSITEON, stale)).isEmpty();
        clock.advance(KeyringSettings.DEFAULT.refreshInterval());
        assertThat(keyrings.refreshed(Provider.JOBSITEON, stale))
                .hasValueSatisfying(keyring ->
                        assertThat(shown(keyring)).containsExactly("CURRENT " + second, "PREVIOUS " + first));
    }

    private void serve(SecretsManagerSettings settings) {
        endpoint.serve(AwsApi.SECRETS_MANAGER, new StrictSecretsManager(settings));
    }

    private SecretsManagerKeyrings newCopy() {
        return new SecretsManagerKeyrings(
                client, new SecretNames("hookwarden/test"), KeyringSettings.DEFAULT, clock, () -> 0, lines::add);
    }

    private Keyring current() {
        return keyrings.current(Provider.JOBSITEON);
    }

    private String create(String value) {
        return client.createSecret(create -> create.name(JOBSITEON).secretString(value))
                .versionId();
    }

    private String put(String value) {
        return client.putSecretValue(put -> put.secretId(JOBSITEON).secretString(value))
                .versionId();
    }

    private String turnRotationOn() {
        return client.rotateSecret(rotate -> rotate.secretId(JOBSITEON)
                        .rotationLambdaARN("arn:aws:lambda:us-east-1:000000000000:function:rotation")
                        .rotationRules(rules -> rules.automaticallyAfterDays(90L)))
                .versionId();
    }

    /** The least that a rotation function does; before each step a copy that has just started reads the keyring. */
    private void rotate(RotationStep step) {
        Keyring before = newCopy().current(Provider.JOBSITEON);
        seenAtEachStep.add(shown(before));
        String token = step.clientRequestToken();
        switch (step.step()) {
            case "createSecret" ->
                client.putSecretValue(put -> put.secretId(JOBSITEON)
                        .clientRequestToken(token)
                        .rotationToken(step.rotationToken())
                        .secretString(SECOND)
                        .versionStages("AWSPENDING"));
            case "finishSecret" ->
                client.updateSecretVersionStage(move -> move.secretId(JOBSITEON)
                        .versionStage("AWSCURRENT")
                        .removeFromVersionId(before.current().versionId())
                        .moveToVersionId(token));
            default -> {}
        }
    }

    private Map<String, Object> lastFailure() {
        return lines.stream()
                .filter(line -> line.event() == LogEvent.KEYRING_READ_FAILED)
                .toList()
                .getLast()
                .fields();
    }
}
