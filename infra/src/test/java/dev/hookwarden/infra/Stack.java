package dev.hookwarden.infra;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stack as CloudFormation would make it: a template with values for its parameters, and its intrinsic functions evaluated. What AWS makes up
 * is a stand-in.
 *
 * @param edit what is done to every template before it is used, so that a test can break one
 */
record Stack(Template template, Map<String, String> parameters, UnaryOperator<Template> edit) {
    private static final Pattern IN_TEXT = Pattern.compile("\\$\\{([^!}][^}]*)}");
    private static final Map<String, String> PSEUDO = Map.of(
            "AWS::AccountId", "123456789012",
            "AWS::Partition", "aws",
            "AWS::Region", "us-east-1",
            "AWS::URLSuffix", "amazonaws.com");

    /** What {@code Ref} gives of resources that we name. */
    private static final Map<String, String> NAMES = Map.of(
            "AWS::CloudWatch::Alarm", "AlarmName",
            "AWS::CloudWatch::CompositeAlarm", "AlarmName",
            "AWS::Logs::LogGroup", "LogGroupName");

    /** The root with every parameter at its default. */
    static Stack root() {
        return root(Map.of());
    }

    static Stack root(Map<String, String> given) {
        return new Stack(Templates.root(), given, UnaryOperator.identity());
    }

    /** The root with every provider switched on. */
    static Stack servingAll() {
        return servingAll(Map.of());
    }

    static Stack servingAll(Map<String, String> given) {
        return new Stack(Templates.rootServingAll(), given, UnaryOperator.identity());
    }

    /** The root with one template changed. */
    static Stack rootWith(String path, UnaryOperator<Template> change) {
        UnaryOperator<Template> edit = template -> template.path().equals(path) ? change.apply(template) : template;
        return new Stack(edit.apply(Templates.root()), Map.of(), edit);
    }

    /** The resources of this type, here and in every stack below, without those whose condition doesn't hold. */
    Stream<Resource> resources(String type) {
        Stream<Resource> here = made().filter(resource -> resource.is(type))
                .map(resource -> new Resource(resource.id(), new Node(resolve(resource.body()))));
        return Stream.concat(here, nested().flatMap(stack -> stack.resources(type)));
    }

    /** The value at this place, evaluated; null for nothing. */
    @Nullable
    Object resolve(Node node) {
        if (node.value() instanceof List<?>) {
            List<Object> items = new ArrayList<>();
            node.items().stream().map(this::resolve).forEach(item -> {
                if (item != null) {
                    items.add(item);
                }
            });
            return items;
        }
        Map<String, Node> fields = node.fields();
        return fields.isEmpty() ? node.value() : fields.size() == 1 ? function(node) : resolved(fields);
    }

    private Map<String, Object> resolved(Map<String, Node> fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            Object value = resolve(field);
            if (value != null) {
                values.put(name, value);
            }
        });
        return values;
    }

    private @Nullable Object function(Node node) {
        Map.Entry<String, Node> only = node.fields().entrySet().iterator().next();
        Node argument = only.getValue();
        return switch (only.getKey()) {
            case "Ref" -> named(argument.text());
            case "Fn::GetAtt" ->
                attribute(argument.texts().getFirst(), argument.texts().getLast());
            case "Fn::Sub" -> substituted(argument);
            case "Fn::Join" ->
                String.join(
                        argument.items().getFirst().text(),
                        texts(argument.items().getLast()));
            case "Fn::Split" ->
                List.of(new Node(resolve(argument.items().getLast()))
                        .text()
                        .split(Pattern.quote(argument.items().getFirst().text()), -1));
            case "Fn::If" ->
                resolve(argument.items().get(holds(argument.items().getFirst().text()) ? 1 : 2));
            default -> resolved(node.fields());
        };
    }

    private List<String> texts(Node list) {
        return new Node(resolve(list)).texts();
    }

    private @Nullable Object named(String name) {
        if (name.equals("AWS::NoValue")) {
            return null;
        }
        Node parameter = template.body().at("Parameters", name);
        if (parameter.exists()) {
            return parameters.getOrDefault(name, parameter.at("Default").text());
        }
        Resource resource = template.resource(name);
        String property = NAMES.get(resource.type());
        return property == null ? PSEUDO.getOrDefault(name, name) : resolve(resource.property(property));
    }

    private @Nullable Object attribute(String id, String attribute) {
        Resource resource = template.resource(id);
        if (resource.is("AWS::CloudFormation::Stack")) {
            Stack below = below(resource);
            return below.resolve(
                    below.template.body().at("Outputs", attribute.replaceFirst("Outputs\\.", ""), "Value"));
        }
        if (attribute.equals("Version.Version")) {
            return "1";
        }
        Node property = resource.property(attribute);
        return property.exists() ? resolve(property) : id + "." + attribute;
    }

    private String substituted(Node sub) {
        Node own = sub.value() instanceof List<?> ? sub.items().getLast() : new Node(null);
        return IN_TEXT.matcher(sub.items().getFirst().text())
                .replaceAll(match -> Matcher.quoteReplacement(text(match.group(1), own)));
    }

    private String text(String name, Node own) {
        int dot = name.indexOf('.');
        Object value = own.at(name).exists()
                ? resolve(own.at(name))
                : dot < 0 ? named(name) : attribute(name.substring(0, dot), name.substring(dot + 1));
        return new Node(value).text();
    }

    private boolean holds(String condition) {
        return truth(template.body().at("Conditions", condition));
    }

    private boolean truth(Node test) {
        if (test.at("Fn::Not").exists()) {
            return !truth(test.at("Fn::Not").items().getFirst());
        }
        if (test.at("Condition").exists()) {
            return holds(test.at("Condition").text());
        }
        if (test.at("Fn::And").exists()) {
            return test.at("Fn::And").items().stream().allMatch(this::truth);
        }
        if (test.at("Fn::Or").exists()) {
            return test.at("Fn::Or").items().stream().anyMatch(this::truth);
        }
        List<String> sides = texts(test.at("Fn::Equals"));
        return sides.getFirst().equals(sides.getLast());
    }

    private Stream<Resource> made() {
        return template.resources().stream()
                .filter(resource -> !resource.body().at("Condition").exists()
                        || holds(resource.body().at("Condition").text()));
    }

    private Stream<Stack> nested() {
        return made().filter(resource -> resource.is("AWS::CloudFormation::Stack"))
                .map(this::below);
    }

    private Stack below(Resource resource) {
        Map<String, String> given = new LinkedHashMap<>();
        resource.property("Parameters")
                .fields()
                .forEach((name, value) -> given.put(name, new Node(resolve(value)).text()));
        Template nested =
                Templates.nested(template, resource.property("TemplateURL").text());
        return new Stack(edit.apply(nested), given, edit);
    }
}
