package dev.hookwarden.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.Faults;
import dev.hookwarden.local.aws.secretsmanager.RotationScheduler;
import dev.hookwarden.local.aws.secretsmanager.RotationSettings;
import dev.hookwarden.local.aws.secretsmanager.RotationStep;
import dev.hookwarden.local.aws.secretsmanager.SecretsManagerSettings;
import dev.hookwarden.local.aws.secretsmanager.StrictSecretsManager;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.signing.KeyStage;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** Through the SDK's own client, against a Secrets Manager that rotates as AWS does. */
class KeyStatesTest {
    private static final ProviderKey KEY = Provider.JOBSITEON.apiKey();
    private static final SecretNames NAMES = new SecretNames("hookwarden/test");
    private static final String SECRET = NAMES.secret(KEY);
    private static final String INBOX = NAMES.inbox(KEY);
    private static final String FIRST = "canary-1st-9f2b7c5d1e804a36";
    private static final String SECOND = "canary-2nd-3a6d8e0f4b7c1925";

    private final MutableClock clock = new MutableClock();
    private final CallCounts calls = new CallCounts();
    private final AwsEndpoint endpoint = AwsEndpoint.open(0, Faults.none(calls));
    private final SecretsManagerClient client = SecretsManagerClient.builder()
            .endpointOverride(endpoint.uri())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    private String failingStep = "";
    private long rotateEvery = 90;

    @BeforeEach
    void create() {
        endpoint.serve(
                AwsApi.SECRETS_MANAGER,
                new StrictSecretsManager(SecretsManagerSettings.of(clock, new SplittableRandom(1))
                        .withRotation(RotationSettings.of(this::rotate, RotationScheduler.direct())
                                .withTries(1, Duration.ZERO))));
        client.createSecret(create -> create.name(SECRET).secretString(FIRST));
        client.createSecret(create -> create.name(INBOX));
    }

    @AfterEach
    void close() {
        client.close();
        endpoint.close();
    }

    @Test
    void isHealthyAfterItsCreation() {
        assertThat(words()).containsExactly("healthy");
        assertThat(state().at(KeyStage.CURRENT)).hasValueSatisfying(current -> {
            assertThat(current.createdAt()).hasValue(clock.instant());
            assertThat(current.shortId()).hasSize(8);
        });
        assertThat(state().fields(clock.instant()))
                .containsEntry("key", "jobsiteon/api-key")
                .containsEntry("ageDays", 0L)
                .containsEntry("inbox", "empty");
    }

    @Test
    void isNotThereWithoutSecretOrWhenItIsToBeDeleted() {
        assertThat(new KeyStates(client, NAMES).read(Provider.ZENOO.apiKey())).isEmpty();
        client.deleteSecret(delete -> delete.secretId(SECRET).recoveryWindowInDays(7L));
        assertThat(new KeyStates(client, NAMES).read(KEY)).isEmpty();
    }

    @Test
    void tellsSubmittedKeyFromTheMarkOfAnEmptiedInbox() {
        submit(KeyMarks.INBOX_EMPTY);
        assertThat(state().inboxWaiting()).isFalse();
        submit(SECOND);
        assertThat(words()).containsExactly("inbox waiting");
    }

    @Test
    void doesNotWaitForTheKeyThatIsCurrentAlready() {
        submit(FIRST);
        assertThat(state().inboxWaiting()).isFalse();
    }

    @Test
    void tellsTheMarkOfRevokedKey() {
        client.putSecretValue(put -> put.secretId(SECRET).secretString(KeyMarks.REVOKED));
        assertThat(words()).containsExactly("revoked");
    }

    @Test
    void seesFailedRotationRunFirstAndThenOrphaned() {
        submit(SECOND);
        failingStep = "testSecret";
        startRotation();
        assertThat(words()).containsExactly("rotation running");
        assertThat(state().inboxHoldsPending()).isTrue();
        clock.advance(Duration.ofMinutes(15));
        assertThat(words()).containsExactly("orphaned pending");
    }

    @Test
    void seesThatPendingVersionNeverGotValue() {
        failingStep = "createSecret";
        startRotation();
        clock.advance(Duration.ofMinutes(15));
        assertThat(words()).containsExactly("empty pending");
        assertThat(state().candidate())
                .hasValueSatisfying(empty -> assertThat(empty.hasValue()).isFalse());
    }

    @Test
    void knowsTheEndOfTheOverlapAfterRotation() {
        clock.advance(Duration.ofDays(90));
        submit(SECOND);
        startRotation();
        assertThat(state().overlapEnds()).hasValue(clock.instant().plus(KEY.overlap()));
        assertThat(state().versions())
                .extracting(StagedVersion::stages)
                .containsExactly(List.of("AWSCURRENT"), List.of("AWSPREVIOUS"));
        clock.advance(KEY.overlap());
        assertThat(words()).containsExactly("previous past its deadline");
    }

    @Test
    void takesTheDaysBetweenRotationsFromTheSchedule() {
        rotateEvery = 30;
        submit(SECOND);
        startRotation();
        assertThat(state().key().rotateEvery()).isEqualTo(Duration.ofDays(30));
        clock.advance(Duration.ofDays(31));
        assertThat(words()).contains("key overdue");
    }

    @Test
    void takesTheOverlapOfTheInstallationFromItsTag() {
        submit(SECOND);
        startRotation();
        client.tagResource(tag -> tag.secretId(SECRET)
                .tags(Tag.builder().key(KeyStates.OVERLAP_TAG).value("P30D").build()));
        assertThat(state().overlapEnds()).hasValue(clock.instant().plus(Duration.ofDays(30)));
    }

    @Test
    void readsNoValueWhenItGoesByLabels() {
        submit(SECOND);
        failingStep = "testSecret";
        startRotation();
        clock.advance(Duration.ofMinutes(15));

        KeyState state = KeyStates.byLabels(client, NAMES).read(KEY).orElseThrow();
        assertThat(KeyDiagnosis.of(state, clock.instant())).containsExactly(KeyDiagnosis.ORPHANED_PENDING);
        assertThat(state.inboxWaiting()).isFalse();
        assertThat(calls.of(AwsApi.SECRETS_MANAGER, "GetSecretValue")).isZero();
    }

    @Test
    void knowsRevokedKeyByItsLabel() {
        String marked = client.putSecretValue(put ->
                        put.secretId(SECRET).secretString(KeyMarks.REVOKED).versionStages(KeyMarks.REVOKED_LABEL))
                .versionId();
        assertThat(byLabels()).containsExactly(KeyDiagnosis.HEALTHY);
        String current = state().at(KeyStage.CURRENT).orElseThrow().id();
        client.updateSecretVersionStage(move -> move.secretId(SECRET)
                .versionStage("AWSCURRENT")
                .removeFromVersionId(current)
                .moveToVersionId(marked));
        assertThat(byLabels()).contains(KeyDiagnosis.REVOKED);
    }

    private List<KeyDiagnosis> byLabels() {
        return KeyDiagnosis.of(KeyStates.byLabels(client, NAMES).read(KEY).orElseThrow(), clock.instant());
    }

    @Test
    void showsNoValue() {
        submit(SECOND);
        failingStep = "testSecret";
        startRotation();
        assertThat(state() + state().fields(clock.instant()).toString()).doesNotContain("canary");
    }

    private KeyState state() {
        return new KeyStates(client, NAMES).read(KEY).orElseThrow();
    }

    private List<String> words() {
        return KeyDiagnosis.of(state(), clock.instant()).stream()
                .map(KeyDiagnosis::words)
                .toList();
    }

    private void submit(String value) {
        client.putSecretValue(put -> put.secretId(INBOX).secretString(value));
    }

    private void startRotation() {
        client.rotateSecret(rotate -> rotate.secretId(SECRET)
                .rotationLambdaARN("arn:aws:lambda:us-east-1:000000000000:function:rotation")
                .rotationRules(rules -> rules.automaticallyAfterDays(rotateEvery)));
    }

    /** The least that a rotation function does. */
    private void rotate(RotationStep step) {
        if (step.step().equals(failingStep)) {
            throw new IllegalStateException("as planned");
        }
        switch (step.step()) {
            case "createSecret" ->
                client.putSecretValue(put -> put.secretId(SECRET)
                        .clientRequestToken(step.clientRequestToken())
                        .secretString(SECOND)
                        .versionStages("AWSPENDING"));
            case "finishSecret" ->
                client.updateSecretVersionStage(move -> move.secretId(SECRET)
                        .versionStage("AWSCURRENT")
                        .removeFromVersionId(
                                state().at(KeyStage.CURRENT).orElseThrow().id())
                        .moveToVersionId(step.clientRequestToken()));
            default -> {}
        }
    }
}
