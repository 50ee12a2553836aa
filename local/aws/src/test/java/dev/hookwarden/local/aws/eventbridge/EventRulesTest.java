package dev.hookwarden.local.aws.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.AwsSdk;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.Faults;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.awssdk.services.eventbridge.model.LimitExceededException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.Tag;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** What the API reference says of rules and targets. */
final class EventRulesTest {
    private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:copies";
    private static final PutRuleRequest RULE = PutRuleRequest.builder()
            .name("copies")
            .eventBusName("deliveries")
            .eventPattern("{\"source\":[\"hookwarden.zenoo\"]}")
            .build();

    private final List<String> delivered = new ArrayList<>();
    private final EventRules rules = new EventRules(
            Set.of("deliveries"), (rule, target, event) -> delivered.add(rule + " " + target + " " + event));
    private final AwsEndpoint endpoint = AwsEndpoint.open(0, Faults.none(new CallCounts()));
    private final EventBridgeClient client = AwsSdk.client(EventBridgeClient.builder(), endpoint.uri());

    @BeforeEach
    void serve() {
        endpoint.serve(
                AwsApi.EVENT_BRIDGE,
                new StrictEventBridge(
                                Set.of("deliveries"),
                                InstantSource.fixed(Instant.parse("2026-11-22T10:15:30.250Z")),
                                new SplittableRandom(1))
                        .with(rules));
    }

    @AfterEach
    void close() {
        client.close();
        endpoint.close();
    }

    private void target(String... ids) {
        client.putTargets(put -> put.rule("copies")
                .eventBusName("deliveries")
                .targets(List.of(ids).stream()
                        .map(id -> Target.builder().id(id).arn(QUEUE).build())
                        .toList()));
    }

    private void publish(String source) {
        client.putEvents(put -> put.entries(PutEventsRequestEntry.builder()
                .eventBusName("deliveries")
                .source(source)
                .detailType("check.completed")
                .detail("{\"a\":1}")
                .build()));
    }

    @Test
    void passesWhatMatchesOnToItsTarget() {
        String arn = client.putRule(RULE).ruleArn();
        target("queue");

        publish("hookwarden.zenoo");
        publish("hookwarden.jobsiteon");

        assertThat(arn).isEqualTo("arn:aws:events:us-east-1:000000000000:rule/deliveries/copies");
        assertThat(delivered)
                .singleElement()
                .asString()
                .startsWith(arn + " " + QUEUE)
                .contains(
                        "\"source\":\"hookwarden.zenoo\"",
                        "\"time\":\"2026-11-22T10:15:30Z\"",
                        "\"detail-type\":\"check.completed\"",
                        "\"detail\":{\"a\":1}");
    }

    @Test
    void passesNothingOnOnceTheTargetIsRemoved() {
        client.putRule(RULE);
        target("queue");
        client.removeTargets(
                remove -> remove.rule("copies").eventBusName("deliveries").ids("queue"));

        publish("hookwarden.zenoo");

        assertThat(delivered).isEmpty();
    }

    @Test
    void keepsRuleThatHasTargets() {
        client.putRule(RULE);
        target("queue");

        assertThatThrownBy(
                        () -> client.deleteRule(delete -> delete.name("copies").eventBusName("deliveries")))
                .isInstanceOfSatisfying(
                        EventBridgeException.class,
                        refused -> assertThat(refused.awsErrorDetails().errorCode())
                                .isEqualTo("ValidationException"));
    }

    @Test
    void knowsNoRuleThatWasDeleted() {
        client.putRule(RULE);
        client.deleteRule(delete -> delete.name("copies").eventBusName("deliveries"));

        assertThatThrownBy(() -> target("queue")).isInstanceOf(ResourceNotFoundException.class);
        assertThat(client.listRules(list -> list.eventBusName("deliveries")).rules())
                .isEmpty();
    }

    @Test
    void refusesBusThatIsNotThere() {
        assertThatThrownBy(() -> client.putRule(
                        RULE.toBuilder().eventBusName("elsewhere").build()))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Event bus elsewhere does not exist.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "{}", "[]", "{\"source\":\"hookwarden.zenoo\"}", "{\"source\":[]}"})
    void refusesPatternThatIsNone(String pattern) {
        assertThatThrownBy(() ->
                        client.putRule(RULE.toBuilder().eventPattern(pattern).build()))
                .isInstanceOf(InvalidEventPatternException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with blank", "ü"})
    void refusesNameThatIsNone(String name) {
        assertThatThrownBy(() -> client.putRule(RULE.toBuilder().name(name).build()))
                .isInstanceOf(EventBridgeException.class);
    }

    @Test
    void takesFiveTargetsAndNoMore() {
        client.putRule(RULE);
        target("1", "2", "3", "4", "5");

        assertThatThrownBy(() -> target("6")).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void takesThreeHundredRulesAndNoMore() {
        IntStream.rangeClosed(1, 300)
                .forEach(number ->
                        client.putRule(RULE.toBuilder().name("rule-" + number).build()));

        assertThatThrownBy(() -> client.putRule(RULE)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void tellsTagsAndTakesNewOnesByTheRulesArn() {
        String arn = client.putRule(RULE.toBuilder()
                        .tags(Tag.builder().key("began").value("1").build())
                        .build())
                .ruleArn();
        client.tagResource(tag ->
                tag.resourceARN(arn).tags(Tag.builder().key("alive").value("2").build()));
        client.putRule(RULE.toBuilder()
                .tags(Tag.builder().key("began").value("ignored").build())
                .build());

        assertThat(client.listTagsForResource(list -> list.resourceARN(arn)).tags())
                .extracting(tag -> tag.key() + "=" + tag.value())
                .containsExactly("began=1", "alive=2");
    }
}
