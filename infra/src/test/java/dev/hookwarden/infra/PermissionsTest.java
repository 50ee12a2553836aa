package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermissionsTest {
    private static final Template ROOT = Templates.root();
    private static final Reference SIGNING_KEY = new Reference("SigningKey", "Outputs.SecretArn");

    /** X-Ray's write actions, reading CloudWatch's metrics, listing tables and listing rules know no resources. Lambda's network interfaces have no name before they are there. */
    private static final Set<String> WITHOUT_RESOURCES = Set.of(
            "cloudwatch:GetMetricData",
            "dynamodb:ListTables",
            "ec2:AssignPrivateIpAddresses",
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:UnassignPrivateIpAddresses",
            "events:ListRules",
            "xray:PutTelemetryRecords",
            "xray:PutTraceSegments");

    @Test
    void noRoleMayDoAnythingAnywhere() {
        assertThat(Templates.all())
                .allSatisfy(template -> assertThat(unbounded(template)).isEmpty());
    }

    @Test
    void breaksWhenARoleMaySendToAnyQueue() {
        assertThat(unbounded(withIngestStatement("sqs:SendMessage", "*"))).containsExactly("sqs:SendMessage");
    }

    @Test
    void breaksWhenARoleMayDoAllToAQueue() {
        assertThat(unbounded(withIngestStatement("sqs:*", "arn:aws:sqs:us-east-1:123456789012:q")))
                .containsExactly("sqs:*");
    }

    @Test
    void rolesUseTheKeyThroughAServiceOnly() {
        assertThat(Templates.all())
                .allSatisfy(template -> assertThat(directUsesOfTheKey(template)).isEmpty());
    }

    @Test
    void breaksWhenARoleUsesTheKeyItself() {
        assertThat(directUsesOfTheKey(withIngestStatement("kms:Decrypt", "arn:aws:kms:us-east-1:123456789012:key/k")))
                .containsExactly("kms:Decrypt");
    }

    @Test
    void servicesUseTheKeyForOurResourcesOnly() {
        assertThat(unboundServices(ROOT)).isEmpty();
    }

    @Test
    void breaksWhenAServiceUsesTheKeyForAnybody() {
        Node logs = ROOT.resource("EncryptionKey").property("KeyPolicy", "Statement").items().stream()
                .filter(statement -> statement.at("Sid").text().equals("EncryptOurLogGroups"))
                .findFirst()
                .orElseThrow()
                .without("Condition");
        Template broken = ROOT.with(
                logs.value() == null ? List.of() : List.of(logs.value()),
                "EncryptionKey",
                "Properties",
                "KeyPolicy",
                "Statement");

        assertThat(unboundServices(broken)).containsExactly("EncryptOurLogGroups");
    }

    @Test
    void ingestReadsTheSigningKeyAndNoOther() {
        assertThat(statementsOf("IngestRole").filter(PermissionsTest::readsSecrets))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.at("Action").texts())
                            .containsExactly("secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue");
                    assertThat(Reference.in(statement.at("Resource"))).containsExactly(SIGNING_KEY);
                });
    }

    @Test
    void ingestDecryptsTheSigningKeyAndNoOther() {
        assertThat(statementsOf("IngestRole").filter(PermissionsTest::usesTheKey))
                .filteredOn(statement -> statement
                        .at("Condition", "StringEquals", "kms:EncryptionContext:SecretARN")
                        .exists())
                .singleElement()
                .satisfies(statement -> {
                    Node bounds = statement.at("Condition", "StringEquals");
                    assertThat(statement.at("Action").texts()).containsExactly("kms:Decrypt");
                    assertThat(Reference.in(bounds.at("kms:EncryptionContext:SecretARN")))
                            .containsExactly(SIGNING_KEY);
                    assertThat(bounds.at("kms:ViaService", "Fn::Sub").text()).startsWith("secretsmanager.");
                });
    }

    @Test
    void theProbeReadsApiKeysAndNoOther() {
        List<Node> reading = statementsOf("ProbeRole")
                .filter(statement -> statement.at("Action").texts().contains("secretsmanager:GetSecretValue"))
                .toList();

        assertThat(reading)
                .singleElement()
                .satisfies(statement -> assertThat(statement.at("Resource").walk())
                        .flatExtracting(node -> Reference.in(node).toList())
                        .containsExactly(
                                new Reference("HasSeparateApiKey", ""),
                                new Reference("ApiKey", "Outputs.SecretArn"),
                                SIGNING_KEY));
    }

    @Test
    void onlyTheGatewaysLogRoleTakesAPolicyThatIsNotOurs() {
        assertThat(ROOT.resources("AWS::IAM::Role"))
                .filteredOn(role -> role.property("ManagedPolicyArns").exists())
                .extracting(Resource::id)
                .containsExactly("GatewayLogRole");
    }

    /** Statements that let a service use the key, whoever it does so for. */
    static List<String> unboundServices(Template template) {
        return template.resources("AWS::KMS::Key").stream()
                .flatMap(key -> key.property("KeyPolicy", "Statement").items().stream())
                .filter(statement -> statement.at("Principal", "Service").exists()
                        && statement.at("Condition").fields().isEmpty())
                .map(statement -> statement.at("Sid").text())
                .toList();
    }

    private static Stream<Node> statementsOf(String role) {
        return Role.of(ROOT.resource(role), Templates.all()).statements().stream();
    }

    private static boolean readsSecrets(Node statement) {
        return statement.at("Action").texts().stream().anyMatch(action -> action.startsWith("secretsmanager:"));
    }

    private static Template withIngestStatement(String action, String resource) {
        Node statement =
                new Node(null).with("Allow", "Effect").with(action, "Action").with(resource, "Resource");
        List<Object> policies = List.of(new Node(null)
                .with(List.of(statement.value()), "PolicyDocument", "Statement")
                .value());
        return ROOT.with(policies, "IngestRole", "Properties", "Policies");
    }

    static List<String> unbounded(Template template) {
        return actions(roleStatements(template)
                .filter(statement -> statement.at("Action").texts().stream().anyMatch(PermissionsTest::isWholeService)
                        || (statement.at("Resource").texts().contains("*")
                                && !WITHOUT_RESOURCES.containsAll(
                                        statement.at("Action").texts()))));
    }

    private static boolean isWholeService(String action) {
        return action.equals("*") || action.endsWith(":*");
    }

    private static List<String> directUsesOfTheKey(Template template) {
        return actions(roleStatements(template)
                .filter(statement -> usesTheKey(statement)
                        && !statement
                                .at("Condition", "StringEquals", "kms:ViaService")
                                .exists()));
    }

    private static boolean usesTheKey(Node statement) {
        return statement.at("Action").texts().stream().anyMatch(action -> action.startsWith("kms:"));
    }

    private static List<String> actions(Stream<Node> statements) {
        return statements
                .flatMap(statement -> statement.at("Action").texts().stream())
                .toList();
    }

    /** What roles are allowed, wherever it is written. */
    private static Stream<Node> roleStatements(Template template) {
        return template.resources().stream()
                .filter(resource -> resource.type().startsWith("AWS::IAM::")
                        || resource.type().startsWith("AWS::Serverless::"))
                .flatMap(resource -> resource.body().walk())
                .filter(node -> node.at("Effect").text().equals("Allow")
                        && node.at("Resource").exists());
    }
}
