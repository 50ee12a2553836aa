package dev.hookwarden.cli.listen;

import dev.hookwarden.cli.output.JsonText;
import java.util.List;
import java.util.Map;

/** Who may use a listener's queue besides the account's own: EventBridge, for one rule, to send. */
record QueuePolicy(String queueArn, String ruleArn) {
    String json() {
        return JsonText.of(Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(
                        Map.of(
                                "Sid",
                                "TakeCopies",
                                "Effect",
                                "Allow",
                                "Principal",
                                Map.of("Service", "events.amazonaws.com"),
                                "Action",
                                "sqs:SendMessage",
                                "Resource",
                                queueArn,
                                "Condition",
                                Map.of("ArnEquals", Map.of("aws:SourceArn", ruleArn))),
                        Map.of(
                                "Sid", "RefusePlainTransport",
                                "Effect", "Deny",
                                "Principal", "*",
                                "Action", "sqs:*",
                                "Resource", queueArn,
                                "Condition", Map.of("Bool", Map.of("aws:SecureTransport", "false"))))));
    }
}
