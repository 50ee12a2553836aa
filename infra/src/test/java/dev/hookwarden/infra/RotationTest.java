package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.template.Node;
import dev.hookwarden.provider.Provider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RotationTest {
    private static final Template ROOT = Templates.root();
    private static final Template KEY = Templates.key();

    private static final Set<String> WRITES =
            Set.of("secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage");

    @Test
    void everyKeyIsRotatedOnlyWhenItIsDue() {
        assertThat(rotatedOtherwise(KEY)).isEmpty();
    }

    @Test
    void breaksWhenAKeyHasNoSchedule() {
        assertThat(rotatedOtherwise(KEY.without("Schedule"))).containsExactly("Key");
    }

    @Test
    void breaksWhenADeploymentRotatesAtOnce() {
        assertThat(rotatedOtherwise(KEY.without("Schedule", "Properties", "RotateImmediatelyOnUpdate")))
                .containsExactly("Key");
    }

    @Test
    void breaksWhenAScheduleComesBeforeItsPermissions() {
        assertThat(rotatedOtherwise(KEY.with(List.of("RotateTheKey"), "Schedule", "DependsOn")))
                .containsExactly("Key");
    }

    @Test
    void byDefaultEveryKeyRotatesAsOftenAsItsConstantSays() {
        Node days = ROOT.body().at("Parameters", "KeyRotationDays", "Default");

        assertThat(Provider.ALL)
                .flatExtracting(Provider::keys)
                .allSatisfy(key -> assertThat(key.rotateEvery()).isEqualTo(Duration.ofDays(days.number())));
    }

    @Test
    void rotationIsInvokedForOurKeysOnly() {
        assertThat(looselyInvoked(KEY)).isEmpty();
    }

    @Test
    void breaksWhenAnySecretMayInvokeRotation() {
        assertThat(looselyInvoked(KEY.without("InvokeRotation", "Properties", "SourceArn")))
                .containsExactly("InvokeRotation");
    }

    @Test
    void breaksWhenAnyAccountMayInvokeRotation() {
        assertThat(looselyInvoked(KEY.without("InvokeRotation", "Properties", "SourceAccount")))
                .containsExactly("InvokeRotation");
    }

    @Test
    void rotationMayDoToEachSecretWhatItsStepsDo() {
        assertThat(granted(KEY))
                .isEqualTo(Map.of(
                        "Key",
                        List.of(
                                "secretsmanager:DescribeSecret",
                                "secretsmanager:GetSecretValue",
                                "secretsmanager:PutSecretValue",
                                "secretsmanager:UpdateSecretVersionStage"),
                        "Inbox",
                        List.of(
                                "secretsmanager:GetSecretValue",
                                "secretsmanager:PutSecretValue",
                                "secretsmanager:UpdateSecretVersionStage")));
    }

    @Test
    void rotationDecryptsOurSecretsOnly() {
        assertThat(rotationStatements(KEY))
                .filteredOn(statement -> statement.at("Action").texts().contains("kms:Decrypt"))
                .singleElement()
                .satisfies(statement -> assertThat(statement
                                .at("Condition", "StringEquals", "kms:EncryptionContext:SecretARN")
                                .items())
                        .extracting(arn -> arn.at("Ref").text())
                        .containsExactly("Key", "Inbox"));
    }

    @Test
    void noRoleButRotationsWritesKeys() {
        assertThat(writers(Templates.all())).containsExactly("RotationRole");
    }

    @Test
    void breaksWhenIngestWritesKeys() {
        Template broken = Templates.provider()
                .with(
                        List.of(Map.of("Effect", "Allow", "Action", "secretsmanager:PutSecretValue", "Resource", "k")),
                        "VerifyWebhooks",
                        "Properties",
                        "PolicyDocument",
                        "Statement");

        assertThat(writers(List.of(KEY, broken))).containsExactly("IngestRole", "RotationRole");
    }

    @Test
    void aCanaryOutlastsTheTimeBetweenTwoLooksForNewKeys() {
        Node interval = ROOT.body().at("Parameters", "KeyringRefreshInterval", "Default");

        assertThat(canaryPatience()).isGreaterThan(Duration.parse(interval.text()));
    }

    /** It waits as long for the answer as for the way through the queue, and an API key is proven before. */
    @Test
    void aRotationStepOutlastsItsCanary() {
        int timeout = ROOT.resource("RotationFunction").property("Timeout").number();

        assertThat(Duration.ofSeconds(timeout))
                .isGreaterThan(canaryPatience().multipliedBy(2).plusSeconds(30));
    }

    private static Duration canaryPatience() {
        return Duration.parse(ROOT.resource("RotationFunction")
                .property("Environment", "Variables", "CANARY_PATIENCE")
                .text());
    }

    static List<String> rotatedOtherwise(Template template) {
        return template.resources("AWS::SecretsManager::Secret").stream()
                .filter(secret -> !secret.property("Name", "Fn::Sub").text().endsWith("/inbox"))
                .map(Resource::id)
                .filter(key -> template.resources("AWS::SecretsManager::RotationSchedule").stream()
                        .filter(schedule ->
                                schedule.property("SecretId", "Ref").text().equals(key))
                        .noneMatch(RotationTest::rotatesWhenDue))
                .toList();
    }

    private static boolean rotatesWhenDue(Resource schedule) {
        Node days = schedule.property("RotationRules", "AutomaticallyAfterDays", "Ref");
        return schedule.property("RotateImmediatelyOnUpdate").text().equals("false")
                && schedule.property("RotationLambdaARN", "Ref").text().equals("RotationFunctionArn")
                && days.text().equals("RotationDays")
                && schedule.body().at("DependsOn").texts().containsAll(List.of("InvokeRotation", "RotateTheKey"));
    }

    static List<String> looselyInvoked(Template template) {
        return template.resources("AWS::Lambda::Permission").stream()
                .filter(permission -> !isForOurKey(permission))
                .map(Resource::id)
                .toList();
    }

    private static boolean isForOurKey(Resource permission) {
        return permission.property("Principal").text().equals("secretsmanager.amazonaws.com")
                && permission.property("SourceAccount", "Ref").text().equals("AWS::AccountId")
                && permission.property("SourceArn", "Ref").text().equals("Key");
    }

    private static List<Node> rotationStatements(Template key) {
        return key.resource("RotateTheKey")
                .property("PolicyDocument", "Statement")
                .items();
    }

    private static Map<String, List<String>> granted(Template key) {
        return rotationStatements(key).stream()
                .filter(statement -> statement.at("Action").texts().stream()
                        .anyMatch(action -> action.startsWith("secretsmanager:")))
                .collect(Collectors.toMap(
                        statement -> statement.at("Resource", "Ref").text(),
                        statement -> statement.at("Action").texts()));
    }

    private static List<String> writers(List<Template> attaching) {
        return ROOT.resources("AWS::IAM::Role").stream()
                .map(role -> Role.of(role, attaching))
                .filter(role -> role.actions().stream().anyMatch(WRITES::contains))
                .map(Role::id)
                .toList();
    }
}
