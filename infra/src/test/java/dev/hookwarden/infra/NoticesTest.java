package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NoticesTest {
    private static final Template ROOT = Templates.root();
    private static final Template NOTICES = Templates.nested(ROOT, "infra/notices.yaml");

    @Test
    void theTopicRefusesPlainTransport() {
        assertThat(refusesPlainTransport(NOTICES)).isTrue();
    }

    @Test
    void breaksWhenTheTopicTakesPlainTransport() {
        assertThat(refusesPlainTransport(NOTICES.without("NoticeTopicPolicy"))).isFalse();
    }

    @Test
    void servicesPublishForOurResourcesOnly() {
        assertThat(unboundPublishers(NOTICES)).isEmpty();
    }

    @Test
    void breaksWhenAServicePublishesForAnybody() {
        Template broken = NOTICES.with(
                List.of(Map.of("Sid", "Loose", "Effect", "Allow")),
                "NoticeTopicPolicy",
                "Properties",
                "PolicyDocument",
                "Statement");

        assertThat(unboundPublishers(broken)).containsExactly("Loose");
    }

    @Test
    void theKeyServesTheTopicThatThereIs() {
        assertThat(topicOfTheKey(ROOT)).endsWith(":" + topicName(NOTICES));
    }

    @Test
    void breaksWhenTheTopicIsRenamed() {
        Template renamed = NOTICES.with("hookwarden-alarms", "NoticeTopic", "Properties", "TopicName", "Fn::Sub");

        assertThat(topicOfTheKey(ROOT)).doesNotEndWith(":" + topicName(renamed));
    }

    /** EventBridge could not publish otherwise (docs.aws.amazon.com/sns/latest/dg/sns-key-management.html). */
    @Test
    void theKeyAsksNoSourceOfWhoPublishes() {
        assertThat(keyStatement(ROOT).at("Condition").walk())
                .noneMatch(node -> node.fields().keySet().stream().anyMatch(name -> name.startsWith("aws:Source")));
    }

    @Test
    void everyKindOfFailedRotationIsToldWhateverTheSecretIsCalledInIt() {
        assertThat(untold(NOTICES)).isEmpty();
    }

    @Test
    void breaksWhenAFailedTrialIsNotTold() {
        Template broken = NOTICES.with(
                List.of("RotationFailed"), "FailedRotations", "Properties", "EventPattern", "detail", "eventName");

        assertThat(untold(broken)).containsExactly("RotationAbandoned", "TestRotationFailed");
    }

    @Test
    void breaksWhenSomeoneElsesSecretsAreTold() {
        Template broken = NOTICES.without("FailedRotations", "Properties", "EventPattern", "detail", "$or");

        assertThat(untold(broken)).containsExactly("SecretId", "aRN", "arn");
    }

    @Test
    void failedRotationsGoToTheTopic() {
        assertThat(NOTICES.resource("FailedRotations").property("Targets").items())
                .singleElement()
                .satisfies(target -> assertThat(target.at("Arn", "Ref").text()).isEqualTo("NoticeTopic"));
    }

    static boolean refusesPlainTransport(Template template) {
        return topicStatements(template).stream()
                .anyMatch(statement -> statement.at("Effect").text().equals("Deny")
                        && statement.at("Principal").text().equals("*")
                        && statement.at("Action").texts().contains("sns:Publish")
                        && statement
                                .at("Condition", "Bool", "aws:SecureTransport")
                                .text()
                                .equals("false"));
    }

    private static List<String> unboundPublishers(Template template) {
        return topicStatements(template).stream()
                .filter(statement -> statement.at("Effect").text().equals("Allow"))
                .filter(statement -> statement
                        .at("Condition")
                        .walk()
                        .noneMatch(node -> node.at("aws:SourceArn").exists()))
                .map(statement -> statement.at("Sid").text())
                .toList();
    }

    private static List<Node> topicStatements(Template template) {
        return template.resource("NoticeTopicPolicy")
                .property("PolicyDocument", "Statement")
                .items();
    }

    private static String topicName(Template template) {
        return template.resource("NoticeTopic").property("TopicName", "Fn::Sub").text();
    }

    private static String topicOfTheKey(Template root) {
        return keyStatement(root)
                .at("Condition", "StringEquals", "kms:EncryptionContext:aws:sns:topicArn", "Fn::Sub")
                .text();
    }

    private static Node keyStatement(Template root) {
        return root.resource("EncryptionKey").property("KeyPolicy", "Statement").items().stream()
                .filter(statement -> statement.at("Sid").text().equals("EncryptNoticesOfServices"))
                .findFirst()
                .orElseThrow();
    }

    /** What the rule lacks of the events' names, and of the names that a secret has in them. */
    private static List<String> untold(Template template) {
        Node detail = template.resource("FailedRotations").property("EventPattern", "detail");
        Stream<String> events = Stream.of("RotationAbandoned", "RotationFailed", "TestRotationFailed")
                .filter(event -> !detail.at("eventName").texts().contains(event));
        Stream<String> secrets = Stream.of("SecretId", "aRN", "arn")
                .filter(name -> detail.at("$or").items().stream()
                        .flatMap(either -> either.at("additionalEventData", name).items().stream())
                        .noneMatch(matcher ->
                                matcher.at("prefix", "Fn::Sub").text().endsWith(":secret:hookwarden/${Stage}/")));
        return Stream.concat(events, secrets).toList();
    }
}
