package dev.hookwarden.local.aws.secretsmanager;

import static dev.hookwarden.local.aws.secretsmanager.Secrets.input;
import static dev.hookwarden.local.aws.secretsmanager.Secrets.refusalOf;
import static dev.hookwarden.local.aws.secretsmanager.Secrets.secret;
import static dev.hookwarden.local.aws.secretsmanager.Secrets.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of the API reference: CreateSecret, GetSecretValue, PutSecretValue, UpdateSecret. */
final class VersionRulesTest {
    private final MutableClock clock = new MutableClock();
    private final Secrets secrets =
            new Secrets(new StrictSecretsManager(SecretsManagerSettings.of(clock, new SplittableRandom(1)))).created();

    // API_PutSecretValue: "the operation succeeds but does nothing"

    @Test
    void ignoresThePutOfSameTokenAndSameValue() {
        secrets.put("2", "v2");
        secrets.put("1", "v1");
        assertThat(secrets.labels()).isEqualTo(Map.of("AWSCURRENT", "2", "AWSPREVIOUS", "1"));
    }

    // API_PutSecretValue: "if the secret data is different, then the operation fails"

    @Test
    void refusesThePutOfSameTokenAndOtherValue() {
        assertThat(refusalOf(() -> secrets.put("1", "other"))).isEqualTo("ResourceExistsException");
        assertThat(secrets.value("AWSCURRENT")).isEqualTo("v1");
    }

    @Test
    void movesCurrentOnAPutWithoutStages() {
        secrets.put("2", "v2");
        assertThat(secrets.labels()).isEqualTo(Map.of("AWSCURRENT", "2", "AWSPREVIOUS", "1"));
    }

    @Test
    void takesPreviousFromTheVersionBeforeThePreviousOne() {
        secrets.put("2", "v2");
        secrets.put("3", "v3");
        assertThat(secrets.labels()).isEqualTo(Map.of("AWSCURRENT", "3", "AWSPREVIOUS", "2"));
    }

    @Test
    void movesOnlyTheStagesThatAPutNames() {
        secrets.put("2", "v2", "AWSPENDING");
        secrets.put("3", "v3", "AWSPENDING", "mine");
        assertThat(secrets.labels()).isEqualTo(Map.of("AWSCURRENT", "1", "AWSPENDING", "3", "mine", "3"));
    }

    // API_PutSecretValue: "If this operation creates the first version for the secret, then Secrets Manager
    // automatically attaches the staging label AWSCURRENT to it."

    @Test
    void makesTheFirstVersionCurrentWhateverItsStages() {
        secrets.call("CreateSecret", input().put("Name", "empty"));
        ObjectNode put = input().put("SecretId", "empty").put("SecretString", "v1");
        put.putArray("VersionStages").add("AWSPENDING");
        assertThat(secrets.call("PutSecretValue", put).get("VersionStages"))
                .extracting(stage -> stage.textValue())
                .containsExactly("AWSCURRENT", "AWSPENDING");
    }

    @Test
    void generatesATokenForAPutWithoutOne() {
        var put = secrets.call("PutSecretValue", secret().put("SecretString", "v2"));
        assertThat(put.get("VersionId").textValue()).hasSize(36);
    }

    @Test
    void ignoresTheCreationOfSameTokenAndSameValue() {
        secrets.created();
        assertThat(secrets.labels()).isEqualTo(Map.of("AWSCURRENT", "1"));
    }

    @Test
    void refusesTheCreationOfSameTokenAndOtherValue() {
        var create = input().put("Name", Secrets.NAME)
                .put("ClientRequestToken", token("1"))
                .put("SecretString", "other");
        assertThat(refusalOf(() -> secrets.call("CreateSecret", create))).isEqualTo("ResourceExistsException");
    }

    // API_UpdateSecret: "If you call this operation with a ClientRequestToken that matches an existing version's
    // VersionId, the operation results in an error."

    @Test
    void refusesTheUpdateOfSameTokenEvenWithSameValue() {
        var update = secret().put("ClientRequestToken", token("1")).put("SecretString", "v1");
        assertThat(refusalOf(() -> secrets.call("UpdateSecret", update))).isEqualTo("ResourceExistsException");
    }

    @Test
    void updatesTheDescriptionAloneWithoutAVersion() {
        secrets.call("UpdateSecret", secret().put("Description", "about it"));
        assertThat(secrets.describe().get("Description").textValue()).isEqualTo("about it");
        assertThat(secrets.labels()).isEqualTo(Map.of("AWSCURRENT", "1"));
    }

    // API_GetSecretValue: "If you include both ... the two parameters must refer to the same secret version."

    @Test
    void refusesAVersionAndAStageThatDiffer() {
        secrets.put("2", "v2");
        var get = secret().put("VersionId", token("2")).put("VersionStage", "AWSPREVIOUS");
        assertThat(refusalOf(() -> secrets.call("GetSecretValue", get))).isEqualTo("InvalidRequestException");
    }

    @Test
    void findsNoValueOfASecretWithoutOne() {
        secrets.call("CreateSecret", input().put("Name", "empty"));
        assertThat(refusalOf(() -> secrets.call("GetSecretValue", input().put("SecretId", "empty"))))
                .isEqualTo("ResourceNotFoundException");
        assertThat(secrets.call("DescribeSecret", input().put("SecretId", "empty"))
                        .has("VersionIdsToStages"))
                .isFalse();
    }

    @Test
    void readsAVersionWithoutLabelsByItsIdButDoesNotShowIt() {
        secrets.put("2", "v2");
        secrets.put("3", "v3");
        assertThat(secrets.describe().get("VersionIdsToStages").has(token("1"))).isFalse();
        var get = secret().put("VersionId", token("1"));
        assertThat(secrets.call("GetSecretValue", get).get("SecretString").textValue())
                .isEqualTo("v1");
    }

    // API_PutSecretValue: "Secrets Manager keeps 100 of the most recent versions, but it keeps all secret versions
    // created in the last 24 hours."

    @Test
    void prunesUnlabelledVersionsAbove100ButNoneOfTheLastDay() {
        for (int i = 2; i <= 120; i++) {
            secrets.put(Integer.toString(i), "v" + i);
        }
        assertThat(versions()).isEqualTo(120);
        clock.advance(Duration.ofHours(25));
        secrets.put("121", "v121");
        assertThat(versions()).isEqualTo(100);
        assertThat(secrets.labels()).isEqualTo(Map.of("AWSCURRENT", "121", "AWSPREVIOUS", "120"));
    }

    private int versions() {
        int versions = 0;
        ObjectNode page = secret().put("IncludeDeprecated", true);
        while (true) {
            var answer = secrets.call("ListSecretVersionIds", page);
            versions += answer.get("Versions").size();
            if (!answer.has("NextToken")) {
                return versions;
            }
            page.set("NextToken", answer.get("NextToken"));
        }
    }

    @Test
    void takesValuesUpTo65536Bytes() {
        secrets.put("2", "x".repeat(65_536));
        assertThat(refusalOf(() -> secrets.put("3", "x".repeat(65_537)))).isEqualTo("ValidationException");
        // The limit is on bytes, not characters.
        assertThat(refusalOf(() -> secrets.put("4", "\u00e9".repeat(32_769)))).isEqualTo("ValidationException");
    }

    @Test
    void refusesAnEmptyOrMissingOrDoubleValue() {
        assertThat(refusalOf(() -> secrets.put("2", ""))).isEqualTo("ValidationException");
        assertThat(refusalOf(() -> secrets.call("PutSecretValue", secret()))).isEqualTo("InvalidRequestException");
        var both = secret().put("SecretString", "v2").put("SecretBinary", "djI=");
        assertThat(refusalOf(() -> secrets.call("PutSecretValue", both))).isEqualTo("InvalidParameterException");
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 65})
    void refusesATokenOfWrongLength(int length) {
        var put = secret().put("ClientRequestToken", "t".repeat(length)).put("SecretString", "v2");
        assertThat(refusalOf(() -> secrets.call("PutSecretValue", put))).isEqualTo("InvalidParameterException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a:b", "", "\u00e9"})
    void refusesANameWithOtherCharacters(String name) {
        assertThat(refusalOf(() -> secrets.call("CreateSecret", input().put("Name", name))))
                .isEqualTo("ValidationException");
    }

    @Test
    void refusesWhatItDoesNotSupport() {
        assertThat(refusalOf(() -> secrets.call("ReplicateSecretToRegions", secret())))
                .isEqualTo("UnknownOperationException");
        var withUnknownMember = input().put("Name", "b/key").put("Type", "partner");
        assertThat(refusalOf(() -> secrets.call("CreateSecret", withUnknownMember)))
                .isEqualTo("NotSupportedByStandIn");
    }

    @Test
    void missesReadsAfterAWriteWhenAsked() {
        var late = new Secrets(new StrictSecretsManager(SecretsManagerSettings.of(clock, new SplittableRandom(1))
                        .withMissedReads(1)))
                .created();
        assertThat(refusalOf(late::describe)).isEqualTo("ResourceNotFoundException");
        assertThat(late.value("AWSCURRENT")).isEqualTo("v1");
    }
}
