package dev.hookwarden.local.aws.eventbridge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsActions;
import dev.hookwarden.local.aws.AwsError;
import dev.hookwarden.local.aws.AwsInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rules that pass a bus's events on to targets, as EventBridge does (API reference: PutRule, PutTargets, RemoveTargets, DeleteRule, ListRules,
 * TagResource, ListTagsForResource). A new rule matches at once; on AWS after a short while.
 */
public final class EventRules {
    /** Per bus (EventBridge quotas); fewer in some regions. */
    private static final int MAX_RULES = 300;

    private static final int MAX_TARGETS_AT_ONCE = 100;
    private static final Pattern NAME = Pattern.compile("[.\\-_A-Za-z0-9]{1,64}");

    private final Set<String> buses;
    private final RuleTargets targets;
    private final Map<String, Rule> rules = new LinkedHashMap<>();

    /** Makes none to begin with, on these buses and the default one. */
    public EventRules(Set<String> buses, RuleTargets targets) {
        this.buses = Set.copyOf(buses);
        this.targets = targets;
    }

    void addTo(AwsActions actions) {
        actions.with(
                        "PutRule",
                        Set.of("Name", "EventBusName", "EventPattern", "State", "Description", "Tags"),
                        this::put)
                .with("PutTargets", Set.of("Rule", "EventBusName", "Targets"), this::putTargets)
                .with("RemoveTargets", Set.of("Rule", "EventBusName", "Ids"), this::removeTargets)
                .with("DeleteRule", Set.of("Name", "EventBusName"), this::delete)
                .with("ListRules", Set.of("EventBusName", "NamePrefix", "NextToken", "Limit"), this::list)
                .with("TagResource", Set.of("ResourceARN", "Tags"), this::tag)
                .with("ListTagsForResource", Set.of("ResourceARN"), this::tags);
    }

    /** Delivers an event to the targets of every rule that matches it. */
    synchronized void pass(PutEvent event) {
        String json = EventText.of(event);
        rules.values().stream()
                .filter(rule -> rule.bus().equals(event.bus()) && rule.pattern().matches(event))
                .forEach(rule -> rule.targets().values().forEach(target -> targets.deliver(rule.arn(), target, json)));
    }

    private synchronized ObjectNode put(AwsInput input) {
        String bus = bus(input);
        String name = input.requiredText("Name");
        if (!NAME.matcher(name).matches()) {
            throw AwsError.refused(
                    "ValidationException", "The name of a rule has 1 to 64 of letters, digits and . - _");
        }
        String text = input.text("EventPattern");
        if (text == null) {
            throw AwsError.refused(
                    "ValidationException", "Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }
        EventPattern pattern = EventPattern.read(text);
        String key = key(bus, name);
        Rule known = rules.get(key);
        if (known != null) {
            // Tags are ignored then (API reference, PutRule).
            known.matchInstead(pattern);
            return answer().put("RuleArn", known.arn());
        }
        if (rules.values().stream().filter(rule -> rule.bus().equals(bus)).count() >= MAX_RULES) {
            throw AwsError.refused(
                    "LimitExceededException", "The requested resource exceeds the maximum number allowed.");
        }
        Rule rule = new Rule(bus, name, pattern);
        input.objects("Tags").forEach(tag -> rule.tags().put(tag.requiredText("Key"), tag.requiredText("Value")));
        rules.put(key, rule);
        return answer().put("RuleArn", rule.arn());
    }

    private synchronized ObjectNode putTargets(AwsInput input) {
        Rule rule = rule(input, "Rule");
        List<AwsInput> asked = input.objects("Targets");
        if (asked.isEmpty() || asked.size() > MAX_TARGETS_AT_ONCE) {
            throw AwsError.refused("ValidationException", "Targets must have between 1 and 100 members.");
        }
        for (AwsInput target : asked) {
            target.allowOnly(Set.of("Id", "Arn"));
            String arn = target.requiredText("Arn");
            if (!arn.startsWith("arn:aws:sqs:")) {
                throw AwsError.unsupported("a target that is no queue");
            }
            rule.target(target.requiredText("Id"), arn);
        }
        return noneFailed();
    }

    private synchronized ObjectNode removeTargets(AwsInput input) {
        Rule rule = rule(input, "Rule");
        rule.targets().keySet().removeAll(Set.copyOf(input.texts("Ids")));
        return noneFailed();
    }

    private synchronized ObjectNode delete(AwsInput input) {
        Rule rule = rule(input, "Name");
        if (!rule.targets().isEmpty()) {
            throw AwsError.refused("ValidationException", "Rule can't be deleted since it has targets.");
        }
        rules.remove(key(rule.bus(), rule.name()));
        return answer();
    }

    private synchronized ObjectNode list(AwsInput input) {
        String bus = bus(input);
        String prefix = input.text("NamePrefix", "");
        ObjectNode answer = answer();
        ArrayNode found = answer.putArray("Rules");
        rules.values().stream()
                .filter(rule -> rule.bus().equals(bus) && rule.name().startsWith(prefix))
                .forEach(rule -> found.addObject()
                        .put("Name", rule.name())
                        .put("Arn", rule.arn())
                        .put("State", "ENABLED")
                        .put("EventBusName", bus));
        return answer;
    }

    private synchronized ObjectNode tag(AwsInput input) {
        Rule rule = withArn(input);
        input.objects("Tags").forEach(tag -> rule.tags().put(tag.requiredText("Key"), tag.requiredText("Value")));
        return answer();
    }

    private synchronized ObjectNode tags(AwsInput input) {
        ObjectNode answer = answer();
        ArrayNode tags = answer.putArray("Tags");
        withArn(input)
                .tags()
                .forEach((key, value) -> tags.addObject().put("Key", key).put("Value", value));
        return answer;
    }

    private Rule withArn(AwsInput input) {
        String arn = input.requiredText("ResourceARN");
        return rules.values().stream()
                .filter(rule -> rule.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> missing("Rule " + arn + " does not exist."));
    }

    private Rule rule(AwsInput input, String member) {
        String bus = bus(input);
        String name = input.requiredText(member);
        Rule rule = rules.get(key(bus, name));
        if (rule == null) {
            throw missing("Rule " + name + " does not exist on EventBus " + bus + ".");
        }
        return rule;
    }

    private String bus(AwsInput input) {
        String bus = input.text("EventBusName", "default");
        if (!bus.equals("default") && !buses.contains(bus)) {
            throw missing("Event bus " + bus + " does not exist.");
        }
        return bus;
    }

    private static String key(String bus, String name) {
        return bus + "/" + name;
    }

    private static AwsError missing(String message) {
        return AwsError.refused("ResourceNotFoundException", message);
    }

    private static ObjectNode noneFailed() {
        ObjectNode answer = answer().put("FailedEntryCount", 0);
        answer.putArray("FailedEntries");
        return answer;
    }

    private static ObjectNode answer() {
        return JsonNodeFactory.instance.objectNode();
    }
}
