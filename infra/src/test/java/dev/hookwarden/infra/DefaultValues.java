package dev.hookwarden.infra;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a template's values become when every parameter keeps its default. What AWS makes up gets a stand-in of the same form. */
record DefaultValues(Template template) {
    private static final String NO_VALUE = "AWS::NoValue";
    private static final Pattern IN_TEXT = Pattern.compile("\\$\\{([^!}][^}]*)}");

    /** A function's environment as it would be deployed. */
    static Map<String, String> environment(LambdaFunction function) {
        DefaultValues defaults = new DefaultValues(function.template());
        return function.environment().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> defaults.text(entry.getValue())));
    }

    String text(Node value) {
        if (value.at("Ref").exists()) {
            return named(value.at("Ref").text());
        }
        if (value.at("Fn::Sub").exists()) {
            return IN_TEXT.matcher(value.at("Fn::Sub").text()).replaceAll(match -> named(match.group(1)));
        }
        if (value.at("Fn::If").exists()) {
            List<Node> choice = value.at("Fn::If").items();
            return text(choice.get(
                    holds(template.body().at("Conditions", choice.getFirst().text())) ? 1 : 2));
        }
        if (value.at("Fn::Join").exists()) {
            return value.at("Fn::Join").items().getLast().items().stream()
                    .map(this::text)
                    .filter(item -> !item.equals(NO_VALUE))
                    .collect(Collectors.joining(
                            value.at("Fn::Join").items().getFirst().text()));
        }
        if (value.at("Fn::GetAtt").exists()) {
            List<String> place = value.at("Fn::GetAtt").texts();
            Node property = template.resource(place.getFirst()).property(place.getLast());
            return property.exists() ? text(property) : "stand-in";
        }
        return value.fields().isEmpty() ? value.text() : "stand-in";
    }

    /** @throws IllegalArgumentException when the condition is neither an equality nor the opposite of one */
    private boolean holds(Node condition) {
        if (condition.at("Fn::Not").exists()) {
            return !holds(condition.at("Fn::Not").items().getFirst());
        }
        List<Node> equal = condition.at("Fn::Equals").items();
        if (equal.size() != 2) {
            throw new IllegalArgumentException("Neither an equality nor its opposite: " + condition);
        }
        return text(equal.getFirst()).equals(text(equal.getLast()));
    }

    private String named(String name) {
        if (name.equals(NO_VALUE)) {
            return name;
        }
        Node parameter = template.body().at("Parameters", name, "Default");
        if (parameter.exists()) {
            return parameter.text();
        }
        return template.resource(name).is("AWS::SQS::Queue") ? "https://queue.example/stand-in" : "stand-in";
    }
}
