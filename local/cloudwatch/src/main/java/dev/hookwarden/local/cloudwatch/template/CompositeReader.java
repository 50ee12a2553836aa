package dev.hookwarden.local.cloudwatch.template;

import dev.hookwarden.local.cloudwatch.alarm.AlarmRule;
import dev.hookwarden.local.cloudwatch.alarm.CompositeAlarm;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code AWS::CloudWatch::CompositeAlarm}. Its name must be given; suppressed actions are refused.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudwatch-compositealarm.html">
 *     CompositeAlarm</a>
 */
record CompositeReader(DeployedStack stack) {
    private static final Set<String> KNOWN = Set.of(
            "ActionsEnabled",
            "AlarmActions",
            "AlarmDescription",
            "AlarmName",
            "AlarmRule",
            "InsufficientDataActions",
            "OKActions",
            "Tags");

    List<CompositeAlarm> all() {
        return stack.resources("AWS::CloudWatch::CompositeAlarm").entrySet().stream()
                .map(entry -> composite(new Properties(
                        "Alarm " + entry.getKey(), stack, entry.getValue().at("Properties"), KNOWN)))
                .toList();
    }

    private static CompositeAlarm composite(Properties properties) {
        return new CompositeAlarm(properties.text("AlarmName"), AlarmRule.parse(properties.text("AlarmRule")));
    }
}
