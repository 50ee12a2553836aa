package dev.hookwarden.infra;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a template's values become when every parameter keeps its default. What AWS makes up gets a stand-in of the same form. */
record DefaultValues(Template template) {
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
        return value.fields().isEmpty() ? value.text() : "stand-in";
    }

    private String named(String name) {
        Node parameter = template.body().at("Parameters", name, "Default");
        if (parameter.exists()) {
            return parameter.text();
        }
        return template.resource(name).is("AWS::SQS::Queue") ? "https://queue.example/stand-in" : "stand-in";
    }
}
