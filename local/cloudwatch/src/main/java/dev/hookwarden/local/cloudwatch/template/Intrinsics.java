package dev.hookwarden.local.cloudwatch.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** CloudFormation's functions, as far as monitoring needs them. */
record Intrinsics(DeployedStack stack) {
    private static final Pattern IN_TEXT = Pattern.compile("\\$\\{(!?)([^}]+)}");
    private static final String NO_VALUE = "AWS::NoValue";

    /** The same with every function in it called; nothing for what is left out. */
    Node resolve(Node value) {
        Map<String, Node> fields = value.fields();
        if (fields.isEmpty()) {
            return value.value() instanceof List<?>
                    ? new Node(value.items().stream()
                            .map(this::resolve)
                            .filter(Node::exists)
                            .map(Node::value)
                            .toList())
                    : value;
        }
        String first = fields.keySet().iterator().next();
        if (fields.size() == 1 && (first.equals("Ref") || first.startsWith("Fn::"))) {
            return call(first, value.at(first));
        }
        Map<String, Object> resolved = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            Object kept = resolve(field).value();
            if (kept != null) {
                resolved.put(name, kept);
            }
        });
        return new Node(resolved);
    }

    private Node call(String function, Node argument) {
        return switch (function) {
            case "Ref" -> ref(argument.text());
            case "Fn::If" -> choose(argument.items());
            case "Fn::Sub" -> new Node(sub(argument));
            case "Fn::Join" -> new Node(join(argument.items()));
            case "Fn::GetAtt" -> new Node(stack.attribute(String.join(".", argument.texts())));
            default -> throw stack.refusal("the function " + function + " is not supported");
        };
    }

    private Node ref(String name) {
        return name.equals(NO_VALUE) ? new Node(null) : new Node(stack.reference(name));
    }

    private Node choose(List<Node> arguments) {
        boolean holds = new Conditions(stack).holds(arguments.getFirst().text());
        return resolve(arguments.get(holds ? 1 : 2));
    }

    private String join(List<Node> arguments) {
        return resolve(arguments.get(1)).items().stream()
                .map(stack::text)
                .collect(Collectors.joining(arguments.getFirst().text()));
    }

    private String sub(Node argument) {
        boolean hasOwn = argument.value() instanceof List<?>;
        Node own = hasOwn ? argument.items().getLast() : new Node(null);
        String text = hasOwn ? argument.items().getFirst().text() : argument.text();
        return IN_TEXT.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(substitute(match.group(1), match.group(2), own)));
    }

    private String substitute(String escape, String name, Node own) {
        if (!escape.isEmpty()) {
            return "${" + name + "}";
        }
        if (own.at(name).exists()) {
            return stack.text(own.at(name));
        }
        return name.contains(".") ? stack.attribute(name) : stack.reference(name);
    }
}
