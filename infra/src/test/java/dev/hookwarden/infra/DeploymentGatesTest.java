package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeploymentGatesTest {
    private static final Stack ROOT = Stack.root();

    /** AlarmConfiguration of a deployment group (CodeDeploy's limits). */
    private static final int MOST_ALARMS = 10;

    @Test
    void everyFunctionsDeploymentIsGatedByItsNewVersionsErrors() {
        assertThat(LambdaFunction.of(ROOT.template()))
                .isNotEmpty()
                .allSatisfy(function -> assertThat(gates(ROOT, function.id()))
                        .contains("hookwarden-staging-" + calledByUs(function) + "-new-version-errors"));
    }

    @Test
    void breaksWhenAFunctionIsDeployedWithoutGates() {
        Stack broken = Stack.rootWith(
                "template.yaml",
                template -> template.without("ProcessorFunction", "Properties", "DeploymentPreference", "Alarms"));

        assertThat(gates(broken, "ProcessorFunction")).isEmpty();
    }

    @Test
    void whatItDoesToDeliveriesGatesItToo() {
        assertThat(gates(ROOT, "IngestFunction"))
                .contains("hookwarden-staging-ingest-failed", "hookwarden-staging-inbound-5xx");
        assertThat(gates(ROOT, "ProcessorFunction")).contains("hookwarden-staging-deliveries-failing");
    }

    @Test
    void theGatesAreAlarmsThatThereAre() {
        List<String> alarms = Alarm.ofMetrics(ROOT).stream().map(Alarm::name).toList();

        assertThat(LambdaFunction.of(ROOT.template()))
                .allSatisfy(function -> assertThat(gates(ROOT, function.id()))
                        .hasSizeLessThanOrEqualTo(MOST_ALARMS)
                        .isSubsetOf(alarms));
    }

    @Test
    void theyCanBeLeftOutToDeployWhatMendsThem() {
        assertThat(gates(Stack.root(Map.of("GateDeployments", "false")), "IngestFunction"))
                .isEmpty();
    }

    @Test
    void theAlarmsKnowTheFunctionAndNotItsAlias() {
        assertThat(Dependencies.of(ROOT.template()).circular()).isEmpty();
    }

    @Test
    void breaksWhenAnAlarmWaitsForTheAliasThatWaitsForIt() {
        Template broken = ROOT.template()
                .with(
                        Map.of("Ref", "IngestFunction.Alias"),
                        "IngestAlarms",
                        "Properties",
                        "Parameters",
                        "FunctionName");

        assertThat(Dependencies.of(broken).circular()).contains("IngestAlarms");
    }

    private static List<String> gates(Stack root, String function) {
        return new Node(root.resolve(root.template().resource(function).property("DeploymentPreference", "Alarms")))
                .texts();
    }

    /** The name that the function has in the names of its alarms: that of its module. */
    private static String calledByUs(LambdaFunction function) {
        return function.property("CodeUri").text().split("/", -1)[1];
    }
}
