package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Makes the mistakes that people make in templates, one at a time, and sees each found by the check that is there for it. A new check adds
 * its mistake here.
 */
class SeededMistakesTest {
    private static final Template ROOT = Templates.root();
    private static final Template KEY = Templates.key();
    private static final Template NOTICES = Templates.nested("infra/notices.yaml");
    private static final Template FIREWALL = Templates.nested("infra/firewall.yaml");
    private static final Template EGRESS = Templates.nested("infra/egress.yaml");

    static Stream<Mistake> mistakes() {
        return Stream.of(transport(), encryption(), permissions(), functions(), walls())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isNotInOurTemplates(Mistake mistake) {
        assertThat(mistake.check().apply(mistake.ours())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isFoundWhereItIsMade(Mistake mistake) {
        assertThat(mistake.broken()).isNotEqualTo(mistake.ours());
        assertThat(mistake.check().apply(mistake.broken())).isNotEmpty();
    }

    @Test
    void areNotFewer() {
        assertThat(mistakes()).hasSizeGreaterThanOrEqualTo(15);
    }

    private static List<Mistake> transport() {
        return List.of(
                new Mistake(
                        "a queue takes plain transport",
                        ROOT,
                        ROOT.without("EventDeadLetterQueuePolicy"),
                        QueuesTest::takingPlainTransport),
                new Mistake(
                        "the topic takes plain transport",
                        NOTICES,
                        NOTICES.without("NoticeTopicPolicy"),
                        notices -> NoticesTest.refusesPlainTransport(notices) ? List.of() : List.of("NoticeTopic")),
                new Mistake(
                        "a TLS policy that does not exist",
                        ROOT,
                        ROOT.with("SecurityPolicy_TLS13_1_2_2021_06", "WebhookApi", "Properties", "SecurityPolicy"),
                        ApiTest::takingOldTls),
                new Mistake(
                        "some bodies become text",
                        ROOT,
                        ROOT.with(List.of("application/json"), "WebhookApi", "Properties", "BinaryMediaTypes"),
                        root -> ApiTest.bytesAreKept(root) ? List.of() : List.of("WebhookApi")),
                new Mistake(
                        "the access log holds a path that strangers choose",
                        ROOT,
                        ROOT.with(
                                "{\"p\":\"$context.path\"}", "WebhookApi", "Properties", "AccessLogSetting", "Format"),
                        ApiTest::tellingOfStrangers));
    }

    private static List<Mistake> encryption() {
        return List.of(
                new Mistake(
                        "a bus without our key",
                        ROOT,
                        ROOT.without("EventBus", "Properties", "KmsKeyIdentifier"),
                        EncryptionTest::unencrypted),
                new Mistake(
                        "a key that goes with its stack",
                        KEY,
                        KEY.without("Key", "DeletionPolicy"),
                        EncryptionTest::perishable),
                new Mistake(
                        "a table that cannot be recovered",
                        ROOT,
                        ROOT.without("IdempotencyTable", "Properties", "PointInTimeRecoverySpecification"),
                        EncryptionTest::forgetful),
                new Mistake(
                        "a key's value in the template",
                        KEY,
                        KEY.with("k", "Key", "Properties", "SecretString"),
                        KeysTest::withValue));
    }

    private static List<Mistake> permissions() {
        return List.of(
                new Mistake(
                        "a function that any account may invoke",
                        KEY,
                        KEY.without("InvokeRotation", "Properties", "SourceAccount"),
                        RotationTest::looselyInvoked),
                new Mistake(
                        "a role that may do something to everything",
                        EGRESS,
                        EGRESS.with(
                                List.of(Map.of("Effect", "Allow", "Action", "sqs:SendMessage", "Resource", "*")),
                                "ConnectFunctions",
                                "Properties",
                                "PolicyDocument",
                                "Statement"),
                        PermissionsTest::unbounded),
                new Mistake("a secret without a wall", KEY, KEY.without("KeyWall"), KeyWallsTest::unwalled),
                new Mistake(
                        "a wall that keeps rotation out",
                        ROOT,
                        ROOT.with("arn", "Jobsiteon", "Properties", "Parameters", "KeyRoleArns"),
                        KeyWallsTest::unnamed),
                new Mistake(
                        "a deployment that rotates at once",
                        KEY,
                        KEY.without("Schedule", "Properties", "RotateImmediatelyOnUpdate"),
                        RotationTest::rotatedOtherwise));
    }

    private static List<Mistake> functions() {
        return List.of(
                new Mistake(
                        "a variable that the Java does not know",
                        ROOT,
                        ROOT.without("ProcessorFunction", "Properties", "Environment", "Variables", "EVENT_BUS_NAME")
                                .with("b", "ProcessorFunction", "Properties", "Environment", "Variables", "EVENT_BUS"),
                        FunctionContractTest::refusedEnvironments),
                new Mistake(
                        "a log group that never forgets",
                        ROOT,
                        ROOT.without("IngestLogGroup", "Properties", "RetentionInDays"),
                        FunctionsTest::withoutALogGroup),
                new Mistake(
                        "a delivery that reappears while it is processed",
                        ROOT,
                        ROOT.with(60, "DeliveryQueue", "Properties", "VisibilityTimeout"),
                        QueuesTest::hiddenTooShortly),
                new Mistake(
                        "a route past verification",
                        ROOT,
                        ROOT.with(
                                Map.of("Type", "Api", "Properties", Map.of("Path", "/debug", "Method", "POST")),
                                "ProcessorFunction",
                                "Properties",
                                "Events",
                                "Debug"),
                        root -> ApiTest.doors(root).stream()
                                .filter(door -> !door.startsWith("IngestFunction "))
                                .toList()),
                new Mistake(
                        "a metric with a default and dimensions",
                        ROOT,
                        ROOT.with(
                                List.of(Map.of("MetricName", "Refused", "DefaultValue", 0, "Dimensions", List.of())),
                                "Refusals",
                                "Properties",
                                "MetricTransformations"),
                        TemplateStructureTest::defaultsWithDimensions));
    }

    private static List<Mistake> walls() {
        return List.of(
                new Mistake(
                        "a firewall that refuses large deliveries",
                        FIREWALL,
                        FirewallTest.withoutOverrides(),
                        FirewallTest::blockingBodies),
                new Mistake(
                        "a firewall that logs signatures",
                        FIREWALL,
                        FIREWALL.without("Firewall", "Properties", "DataProtectionConfig"),
                        FirewallTest::shown),
                new Mistake(
                        "rotation calling from anywhere",
                        ROOT,
                        ROOT.without("RotationFunction", "Properties", "VpcConfig"),
                        EgressTest::callingFromAnywhere),
                new Mistake(
                        "a network that the world comes into",
                        EGRESS,
                        EGRESS.with(
                                List.of(Map.of("IpProtocol", "tcp", "CidrIp", "0.0.0.0/0")),
                                "Callers",
                                "Properties",
                                "SecurityGroupIngress"),
                        EgressTest::openToTheWorld),
                new Mistake(
                        "a second door beside the domain",
                        ROOT,
                        ROOT.with(false, "WebhookApi", "Properties", "DisableExecuteApiEndpoint"),
                        DomainTest::leftOpen));
    }
}
