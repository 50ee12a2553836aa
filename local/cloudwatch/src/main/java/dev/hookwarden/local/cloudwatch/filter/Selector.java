package dev.hookwarden.local.cloudwatch.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.local.cloudwatch.definition.Cursor;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A property selector, as {@code $.users[0].id}. */
record Selector(List<String> steps) {
    private static final String STEP = "\\.(?:[\\w-]+|\\*|\\['[^']+'])|\\[(?:\\d+|\\*)]";
    private static final Pattern SELECTOR = Pattern.compile("\\$(?=\\.)(?:" + STEP + ")+");
    private static final Pattern STEPS = Pattern.compile(STEP);

    /** @throws dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException when none is next, or it has two wildcards */
    static Selector next(Cursor cursor) {
        String text = cursor.take(SELECTOR)
                .map(MatchResult::group)
                .orElseThrow(() -> cursor.refusal("expected a property selector such as $.name"));
        var selector = new Selector(
                STEPS.matcher(text).results().map(MatchResult::group).toList());
        if (selector.steps.stream().filter(step -> step.contains("*")).count() > 1) {
            throw cursor.refusal("more than one wildcard in " + text);
        }
        return selector;
    }

    boolean hasWildcard() {
        return steps.stream().anyMatch(step -> step.contains("*"));
    }

    /** The selected nodes; exactly one, which may be a missing node, where there is no wildcard. */
    List<JsonNode> on(JsonNode root) {
        Stream<JsonNode> nodes = Stream.of(root);
        for (String step : steps) {
            nodes = nodes.flatMap(oneStep(step));
        }
        return nodes.toList();
    }

    private static Function<JsonNode, Stream<JsonNode>> oneStep(String step) {
        return switch (step) {
            case ".*" -> node -> node.isObject() ? node.valueStream() : Stream.empty();
            case "[*]" -> node -> node.isArray() ? node.valueStream() : Stream.empty();
            default -> node -> Stream.of(below(node, step));
        };
    }

    private static JsonNode below(JsonNode node, String step) {
        if (step.startsWith(".['")) {
            return node.path(step.substring(3, step.length() - 2));
        }
        return step.startsWith("[")
                ? node.path(Integer.parseInt(step, 1, step.length() - 1, 10))
                : node.path(step.substring(1));
    }
}
