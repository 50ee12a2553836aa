package dev.hookwarden.cli.listen;

import java.util.random.RandomGenerator;

/** What a listener's things are called; its rule and its queue have one name. */
record ListenerNames(String stage, String name) {
    private static final int RANDOM_BITS = 60;

    /** When a listener was last seen alive, in ISO 8601: a tag of its rule. */
    static final String ALIVE_TAG = "hookwarden:listener-alive-at";

    static ListenerNames fresh(String stage, RandomGenerator random) {
        String distinct = Long.toString(random.nextLong(1L << RANDOM_BITS), Character.MAX_RADIX);
        return new ListenerNames(stage, prefix(stage) + distinct);
    }

    /** What the names of all listeners of an installation begin with. */
    static String prefix(String stage) {
        return bus(stage) + "-listen-";
    }

    static String bus(String stage) {
        return "hookwarden-" + stage;
    }

    String bus() {
        return bus(stage);
    }

    /** The installation's own key. */
    String encryptionKey() {
        return "alias/hookwarden-" + stage;
    }

    /**
     * The queue's ARN: the same partition, region and account as the rule's.
     *
     * @param ruleArn as arn:aws:events:us-east-1:123456789012:rule/hookwarden-staging/NAME
     */
    String queueArn(String ruleArn) {
        String[] parts = ruleArn.split(":", -1);
        return String.join(":", parts[0], parts[1], "sqs", parts[3], parts[4], name);
    }
}
