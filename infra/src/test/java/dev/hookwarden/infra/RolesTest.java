package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds what each function's role may do against what the function calls. */
class RolesTest {
    private static final Template ROOT = Templates.root();

    /** What Lambda does in the role's name for a function that a queue invokes (Lambda developer guide, using SQS). */
    private static final Set<String> POLLING =
            Set.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage");

    /** What no code of ours calls: encryption, logs and traces go on behind it. */
    private static final Pattern BEHIND = Pattern.compile("(kms|logs|xray):.*");

    @Test
    void readsTheCallsOutOfTheCode() {
        assertThat(CalledActions.from("dev.hookwarden.ingest.IngestHandler"))
                .containsExactly(
                        "s3:PutObject",
                        "secretsmanager:DescribeSecret",
                        "secretsmanager:GetSecretValue",
                        "sqs:SendMessage");
        assertThat(CalledActions.from("dev.hookwarden.processor.ProcessorHandler"))
                .containsExactly(
                        "dynamodb:PutItem",
                        "dynamodb:UpdateItem",
                        "events:PutEvents",
                        "s3:DeleteObject",
                        "s3:GetObject",
                        "secretsmanager:DescribeSecret",
                        "secretsmanager:GetSecretValue");
        assertThat(CalledActions.from("dev.hookwarden.probe.ProbeHandler"))
                .contains("cloudwatch:GetMetricData", "dynamodb:UpdateItem", "secretsmanager:ListSecretVersionIds");
    }

    @Test
    void theProcessorMayReadAnApiKeyOnlyWhereItIsToFetch() {
        assertThat(Templates.provider().resources("AWS::IAM::RolePolicy"))
                .filteredOn(policy -> policy.property("RoleName", "Ref").text().equals("ProcessorRoleName"))
                .singleElement()
                .satisfies(policy ->
                        assertThat(policy.body().at("Condition").text()).isEqualTo("FetchesForDeliveries"));
        assertThat(Stream.of("Zenoo", "Jobsiteon")).allSatisfy(stanza -> {
            Node role = ROOT.resource(stanza).property("Parameters", "ProcessorRoleName");
            assertThat(role.at("Fn::If").items().getFirst().text()).isEqualTo("FetchesFrom" + stanza);
            assertThat(new DefaultValues(ROOT).text(role)).isEmpty();
        });
        assertThat(Role.of(ROOT.resource("ProcessorRole"), List.of(ROOT)).actions())
                .doesNotContain("secretsmanager:GetSecretValue");
    }

    @Test
    void everyRoleMayDoWhatItsFunctionCallsAndNothingElse() {
        assertThat(differences(ROOT)).isEmpty();
    }

    @Test
    void breaksWhenARoleMayNotDoWhatItsFunctionCalls() {
        assertThat(differences(ROOT.without("ProcessorRole")))
                .contains("ProcessorRole lacks dynamodb:PutItem", "ProcessorRole lacks sqs:ReceiveMessage");
    }

    @Test
    void breaksWhenARoleMayDoMoreThanItsFunctionCalls() {
        Node statement = new Node(null).with("sqs:PurgeQueue", "Action").with("Allow", "Effect");
        Template broken = ROOT.with(
                Stream.concat(
                                ROOT.resource("IngestRole").property("Policies").items().stream(),
                                Stream.of(new Node(null).with(statement.value(), "PolicyDocument", "Statement")))
                        .map(Node::value)
                        .toList(),
                "IngestRole",
                "Properties",
                "Policies");

        assertThat(differences(broken)).containsExactly("IngestRole needs no sqs:PurgeQueue");
    }

    private static List<String> differences(Template root) {
        return LambdaFunction.of(root).stream().flatMap(RolesTest::differences).toList();
    }

    private static Stream<String> differences(LambdaFunction function) {
        Role role = Role.of(function.referred("Role"), Templates.all());
        Set<String> needed = new TreeSet<>(CalledActions.from(function.handler()));
        if (!function.events("SQS").isEmpty()) {
            needed.addAll(POLLING);
        }
        Stream<String> lacks = needed.stream()
                .filter(action -> !role.actions().contains(action))
                .map(action -> role.id() + " lacks " + action);
        Stream<String> needsNot = role.actions().stream()
                .filter(action ->
                        !needed.contains(action) && !BEHIND.matcher(action).matches())
                .map(action -> role.id() + " needs no " + action);
        return Stream.concat(lacks, needsNot);
    }
}
