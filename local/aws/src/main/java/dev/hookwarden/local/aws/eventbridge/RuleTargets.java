package dev.hookwarden.local.aws.eventbridge;

/** Where rules deliver to. */
@FunctionalInterface
public interface RuleTargets {
    /**
     * Delivers one event to one target, if the target lets the rule. What can't be delivered is lost, as on AWS where the rule has no
     * dead-letter queue.
     */
    void deliver(String ruleArn, String targetArn, String event);
}
