package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OperatorsTest {
    private static final Template OPERATORS = Templates.nested(Templates.root(), "infra/operators.yaml");
    private static final String OURS = ":secret:hookwarden/${Stage}/";

    @Test
    void whoBringsKeysWritesInboxesAndReadsNothing() {
        assertThat(secretStatements("KeySubmitterPolicy")).singleElement().satisfies(statement -> {
            assertThat(statement.at("Action").texts()).containsExactly("secretsmanager:PutSecretValue");
            assertThat(statement.at("Resource", "Fn::Sub").text()).endsWith(OURS + "*/inbox-??????");
        });
    }

    @Test
    void whoOperatesKeysReachesOursOnly() {
        assertThat(secretStatements("KeyOperatorPolicy"))
                .singleElement()
                .satisfies(statement ->
                        assertThat(statement.at("Resource", "Fn::Sub").text()).endsWith(OURS + "*"));
    }

    @Test
    void nobodyDecryptsSecretsThatAreNotOurs() {
        assertThat(unboundDecryption(OPERATORS)).isEmpty();
    }

    @Test
    void breaksWhenSomebodyDecryptsEverySecret() {
        Map<String, Object> service = Map.of("kms:ViaService", Map.of("Fn::Sub", "secretsmanager.amazonaws.com"));
        Template broken = OPERATORS.with(
                List.of(Map.of("Sid", "Loose", "Condition", Map.of("StringEquals", service))),
                "KeySubmitterPolicy",
                "Properties",
                "PolicyDocument",
                "Statement");

        assertThat(unboundDecryption(broken)).containsExactly("Loose");
    }

    @Test
    void policiesAreAttachedToTheirRolesAndToNobodyElse() {
        assertThat(OPERATORS.resources("AWS::IAM::ManagedPolicy"))
                .isNotEmpty()
                .allSatisfy(policy -> assertThat(Stream.of("Groups", "Roles", "Users"))
                        .noneMatch(attached -> policy.property(attached).exists()));
    }

    @Test
    void whoOperatesTakesARoleOfThisAccount() {
        assertThat(OPERATORS.resources("AWS::IAM::Role")).hasSize(4).allSatisfy(role -> {
            assertThat(role.property("AssumeRolePolicyDocument", "Statement").items())
                    .singleElement()
                    .satisfies(trust -> assertThat(
                                    trust.at("Principal", "AWS", "Fn::Sub").text())
                            .isEqualTo("arn:${AWS::Partition}:iam::${AWS::AccountId}:root"));
            assertThat(role.property("ManagedPolicyArns").items())
                    .extracting(policy -> policy.at("Ref").text())
                    .containsExactly(role.id().replace("Role", "Policy"));
        });
    }

    @Test
    void whoOperatesDeliveriesReachesNoKey() {
        assertThat(secretStatements("DeliveryOperatorPolicy")).isEmpty();
    }

    @Test
    void whoListensReachesListenersThingsAndNothingElse() {
        assertThat(beyondListeners(OPERATORS)).isEmpty();
        assertThat(secretStatements("ListenerPolicy")).isEmpty();
    }

    @Test
    void breaksWhenWhoListensReadsAnotherQueue() {
        Template broken = OPERATORS.with(
                List.of(Map.of(
                        "Sid", "Loose",
                        "Effect", "Allow",
                        "Action", "sqs:ReceiveMessage",
                        "Resource", "arn:aws:sqs:us-east-1:123456789012:hookwarden-staging-deliveries")),
                "ListenerPolicy",
                "Properties",
                "PolicyDocument",
                "Statement");

        assertThat(beyondListeners(broken)).containsExactly("Loose");
    }

    @Test
    void copiesGoToListenersQueuesOnly() {
        assertThat(statements(OPERATORS, "ListenerPolicy"))
                .filteredOn(statement -> statement.at("Action").texts().contains("events:PutTargets"))
                .singleElement()
                .satisfies(statement -> assertThat(statement
                                .at("Condition", "ForAllValues:ArnLike", "events:TargetArn", "Fn::Sub")
                                .text())
                        .endsWith(":hookwarden-${Stage}-listen-*"));
    }

    /** Statements of whoever listens that are about anything but rules and queues with listeners' names, and listing rules. */
    private static List<String> beyondListeners(Template template) {
        return statements(template, "ListenerPolicy").stream()
                .filter(statement ->
                        !statement.at("Resource", "Fn::Sub").text().endsWith("hookwarden-${Stage}-listen-*"))
                .filter(statement -> !statement.at("Action").texts().equals(List.of("events:ListRules")))
                .filter(statement -> !statement
                        .at("Condition", "StringLike", "kms:EncryptionContext:aws:sqs:arn", "Fn::Sub")
                        .text()
                        .endsWith("hookwarden-${Stage}-listen-*"))
                .map(statement -> statement.at("Sid").text())
                .toList();
    }

    private static List<Node> statements(Template template, String policy) {
        return template.resource(policy).property("PolicyDocument", "Statement").items();
    }

    private static List<Node> secretStatements(String policy) {
        return statements(OPERATORS, policy).stream()
                .filter(statement -> statement.at("Action").texts().stream()
                        .anyMatch(action -> action.startsWith("secretsmanager:")))
                .toList();
    }

    /** Statements that use the KMS key through Secrets Manager, for whatever secret. */
    private static List<String> unboundDecryption(Template template) {
        return template.resources("AWS::IAM::ManagedPolicy").stream()
                .flatMap(policy -> policy.property("PolicyDocument", "Statement").items().stream())
                .filter(statement -> statement
                        .at("Condition", "StringEquals", "kms:ViaService", "Fn::Sub")
                        .text()
                        .startsWith("secretsmanager."))
                .filter(statement -> !statement
                        .at("Condition", "StringLike", "kms:EncryptionContext:SecretARN", "Fn::Sub")
                        .text()
                        .contains(OURS))
                .map(statement -> statement.at("Sid").text())
                .toList();
    }
}
