package dev.hookwarden.local.aws.secretsmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.AwsSdk;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.Faults;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.Filter;
import software.amazon.awssdk.services.secretsmanager.model.FilterNameStringType;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;

/** Through the SDK and over HTTP: what the SDK sends is understood, what it gets it understands. */
final class SecretsManagerSdkTest {
    private final MutableClock clock = new MutableClock();
    private final AwsEndpoint endpoint = AwsEndpoint.open(0, Faults.none(new CallCounts()));
    private final SecretsManagerClient client = AwsSdk.client(SecretsManagerClient.builder(), endpoint.uri());

    @BeforeEach
    void serve() {
        var settings = SecretsManagerSettings.of(clock, new SplittableRandom(1));
        endpoint.serve(AwsApi.SECRETS_MANAGER, new StrictSecretsManager(settings));
    }

    @AfterEach
    void close() {
        client.close();
        endpoint.close();
    }

    @Test
    void createsAndReadsASecret() {
        var created = client.createSecret(create -> create.name("a/key").secretString("v1"));
        var read = client.getSecretValue(get -> get.secretId("a/key"));
        assertThat(read.secretString()).isEqualTo("v1");
        assertThat(read.versionId()).isEqualTo(created.versionId());
        assertThat(read.versionStages()).containsExactly("AWSCURRENT");
        assertThat(read.arn()).matches("arn:aws:secretsmanager:us-east-1:000000000000:secret:a/key-[A-Za-z0-9]{6}");
        assertThat(read.createdDate()).isEqualTo(Instant.parse("2026-11-22T10:15:30.250Z"));
    }

    @Test
    void readsBytesAsTheyWerePut() {
        SdkBytes bytes = SdkBytes.fromByteArray(new byte[] {0, -1, 127});
        client.createSecret(create -> create.name("a/key").secretBinary(bytes));
        assertThat(client.getSecretValue(get -> get.secretId("a/key")).secretBinary())
                .isEqualTo(bytes);
    }

    @Test
    void findsASecretByItsArnAndByTheArnWithoutItsEnd() {
        String arn = client.createSecret(create -> create.name("a/key").secretString("v1"))
                .arn();
        String partial = arn.substring(0, arn.length() - 7);
        assertThat(client.getSecretValue(get -> get.secretId(arn)).name()).isEqualTo("a/key");
        assertThat(client.getSecretValue(get -> get.secretId(partial)).name()).isEqualTo("a/key");
    }

    @Test
    void describesStagesAndDates() {
        var created = client.createSecret(create -> create.name("a/key").secretString("v1"));
        client.getSecretValue(get -> get.secretId("a/key"));
        var description = client.describeSecret(describe -> describe.secretId("a/key"));
        assertThat(description.versionIdsToStages()).containsEntry(created.versionId(), List.of("AWSCURRENT"));
        assertThat(description.lastAccessedDate()).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
        assertThat(description.lastChangedDate()).isEqualTo(Instant.parse("2026-11-22T10:15:30.250Z"));
        assertThat(description.lastRotatedDate()).isNull();
        assertThat(description.rotationEnabled()).isNull();
    }

    @Test
    void listsByPrefixOfTheNameInPages() {
        for (String name : List.of("a/1", "a/2", "a/3", "b/1")) {
            client.createSecret(create -> create.name(name).secretString("v1"));
        }
        Filter prefix =
                Filter.builder().key(FilterNameStringType.NAME).values("a/").build();
        var names = client.listSecretsPaginator(list -> list.maxResults(2).filters(prefix)).stream()
                .flatMap(page -> page.secretList().stream())
                .map(SecretListEntry::name);
        assertThat(names).containsExactly("a/1", "a/2", "a/3");
    }

    @Test
    void refusesWithTheSdksOwnExceptions() {
        client.createSecret(create -> create.name("a/key").secretString("v1"));
        assertThatThrownBy(() -> client.getSecretValue(get -> get.secretId("nowhere")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("can't find the specified secret");
        assertThatThrownBy(
                        () -> client.createSecret(create -> create.name("a/key").secretString("v2")))
                .isInstanceOf(ResourceExistsException.class);
        assertThatThrownBy(() -> client.rotateSecret(rotate -> rotate.secretId("a/key")))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() ->
                        client.deleteSecret(delete -> delete.secretId("a/key").recoveryWindowInDays(1L)))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void movesTheCurrentLabelByComparingTheVersion() {
        String first = client.createSecret(create -> create.name("a/key").secretString("v1"))
                .versionId();
        String second = client.putSecretValue(
                        put -> put.secretId("a/key").secretString("v2").versionStages("AWSPENDING"))
                .versionId();
        client.updateSecretVersionStage(update -> update.secretId("a/key")
                .versionStage("AWSCURRENT")
                .removeFromVersionId(first)
                .moveToVersionId(second));
        assertThat(client.describeSecret(describe -> describe.secretId("a/key")).versionIdsToStages())
                .containsEntry(first, List.of("AWSPREVIOUS"))
                .containsEntry(second, List.of("AWSCURRENT", "AWSPENDING"));
    }
}
