package dev.hookwarden.local.cloudwatch.template;

import java.util.List;
import java.util.Map;

/** A stack's {@code Conditions}, and what else is true or false in it. */
record Conditions(DeployedStack stack) {

    /** Whether the condition of this name holds. */
    boolean holds(String name) {
        Node condition = stack.template().at("Conditions", name);
        if (!condition.exists()) {
            throw stack.refusal("no condition " + name);
        }
        return holds(condition);
    }

    private boolean holds(Node condition) {
        Map<String, Node> fields = condition.fields();
        String function = fields.size() == 1 ? fields.keySet().iterator().next() : condition.text();
        List<Node> arguments = condition.at(function).items();
        return switch (function) {
            case "Condition" -> holds(condition.at(function).text());
            case "Fn::Equals" -> stack.text(arguments.get(0)).equals(stack.text(arguments.get(1)));
            case "Fn::Not" -> !holds(arguments.getFirst());
            case "Fn::And" -> arguments.stream().allMatch(this::holds);
            case "Fn::Or" -> arguments.stream().anyMatch(this::holds);
            default -> throw stack.refusal("the condition " + function + " is not supported");
        };
    }
}
