package dev.hookwarden.local.cloudwatch.template;

import dev.hookwarden.local.cloudwatch.MonitoringDefinitions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The monitoring that a template deploys, nested stacks included. */
public final class MonitoringTemplates {
    private MonitoringTemplates() {}

    /**
     * Reads the metric filters, alarms and composite alarms of a template and of each nested stack, with the parameters that its parent
     * passes to it.
     *
     * @param root the outermost template
     * @param parameters for the root; the others keep their defaults
     * @throws dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException when a part of it can't be evaluated
     * @throws java.io.UncheckedIOException when a template can't be read
     */
    public static MonitoringDefinitions read(Path root, Map<String, String> parameters) {
        List<DeployedStack> stacks = DeployedStack.root(root, parameters).all().toList();
        stacks.forEach(MonitoringTemplates::refuseWhatHidesAlarms);
        return new MonitoringDefinitions(
                stacks.stream()
                        .flatMap(stack -> new FilterReader(stack).all().stream())
                        .toList(),
                stacks.stream()
                        .flatMap(stack -> new AlarmReader(stack).all().stream())
                        .toList(),
                stacks.stream()
                        .flatMap(stack -> new CompositeReader(stack).all().stream())
                        .toList());
    }

    private static void refuseWhatHidesAlarms(DeployedStack stack) {
        stack.template().at("Resources").fields().forEach((id, resource) -> {
            if (id.startsWith("Fn::") || resource.at("Type").text().equals("AWS::Serverless::Application")) {
                throw stack.refusal(id + " may hide alarms");
            }
        });
    }
}
