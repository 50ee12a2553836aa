package dev.hookwarden.local.aws.eventbridge;

import dev.hookwarden.local.aws.AwsError;
import java.util.LinkedHashMap;
import java.util.Map;

/** One rule of one bus: what matches, and the targets' ARNs by their ids. */
final class Rule {
    /** Per rule (EventBridge quotas). */
    private static final int MAX_TARGETS = 5;

    private static final String ARN = "arn:aws:events:us-east-1:000000000000:rule/";

    private final String bus;
    private final String name;
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, String> targets = new LinkedHashMap<>();
    private EventPattern pattern;

    Rule(String bus, String name, EventPattern pattern) {
        this.bus = bus;
        this.name = name;
        this.pattern = pattern;
    }

    String bus() {
        return bus;
    }

    String name() {
        return name;
    }

    /** With the bus in it, unless that is the default one. */
    String arn() {
        return ARN + (bus.equals("default") ? "" : bus + "/") + name;
    }

    EventPattern pattern() {
        return pattern;
    }

    void matchInstead(EventPattern other) {
        pattern = other;
    }

    Map<String, String> tags() {
        return tags;
    }

    Map<String, String> targets() {
        return targets;
    }

    void target(String id, String targetArn) {
        targets.put(id, targetArn);
        if (targets.size() > MAX_TARGETS) {
            targets.remove(id);
            throw AwsError.refused(
                    "LimitExceededException", "The requested resource exceeds the maximum number allowed.");
        }
    }
}
