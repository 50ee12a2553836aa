package dev.hookwarden.local.cloudwatch.template;

import dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A template with its parameters, as it would be deployed. A parameter is resolved where it is used, and only there. */
final class DeployedStack {
    private static final String NESTED = "AWS::CloudFormation::Stack";

    private final Path file;
    private final String prefix;
    private final Node template;
    private final Map<String, Supplier<String>> parameters;
    private final Map<String, DeployedStack> nested = new LinkedHashMap<>();

    private DeployedStack(Path file, String prefix, Map<String, Supplier<String>> given) {
        this.file = file;
        this.prefix = prefix;
        this.template = read(file);
        this.parameters = parameters(given);
        resources(NESTED).forEach((id, resource) -> nested.put(id, nested(id, resource)));
    }

    static DeployedStack root(Path file, Map<String, String> parameters) {
        Map<String, Supplier<String>> given = new HashMap<>();
        parameters.forEach((name, value) -> given.put(name, () -> value));
        return new DeployedStack(file, "", given);
    }

    Node template() {
        return template;
    }

    /** This stack and all that are nested in it, the outermost first. */
    Stream<DeployedStack> all() {
        return Stream.concat(Stream.of(this), nested.values().stream().flatMap(DeployedStack::all));
    }

    /** The resources of this type whose condition holds, by their logical id. */
    Map<String, Node> resources(String type) {
        Map<String, Node> resources = new LinkedHashMap<>();
        template.at("Resources").fields().forEach((id, resource) -> {
            if (resource.at("Type").text().equals(type) && isMade(resource)) {
                resources.put(id, resource);
            }
        });
        return resources;
    }

    /** What stands for a name that AWS makes up: the logical ids of the stacks around it and its own. */
    String generatedName(String id) {
        return prefix + id;
    }

    Node resolve(Node value) {
        return new Intrinsics(this).resolve(value);
    }

    String text(Node value) {
        return resolve(value).text();
    }

    /** What {@code Ref} gives: a parameter's value, or a resource's name. */
    String reference(String name) {
        Supplier<String> parameter = parameters.get(name);
        return parameter != null ? parameter.get() : new Names(this).reference(name);
    }

    /** What {@code Fn::GetAtt} gives. */
    String attribute(String dotted) {
        String id = dotted.substring(0, Math.max(0, dotted.indexOf('.')));
        DeployedStack below = nested.get(id);
        String outputs = id + ".Outputs.";
        return below != null && dotted.startsWith(outputs)
                ? below.output(dotted.substring(outputs.length()))
                : new Names(this).attribute(dotted);
    }

    UnsupportedDefinitionException refusal(String why) {
        return new UnsupportedDefinitionException("Template " + file.getFileName() + " is refused: " + why);
    }

    private String output(String name) {
        Node output = template.at("Outputs", name);
        if (!output.exists()) {
            throw refusal("no output " + name);
        }
        return text(output.at("Value"));
    }

    private boolean isMade(Node resource) {
        Node condition = resource.at("Condition");
        return !condition.exists() || new Conditions(this).holds(condition.text());
    }

    private DeployedStack nested(String id, Node resource) {
        Map<String, Supplier<String>> given = resource.at("Properties", "Parameters").fields().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> () -> text(entry.getValue())));
        Path below =
                file.resolveSibling(resource.at("Properties", "TemplateURL").text());
        return new DeployedStack(below, prefix + id + ".", given);
    }

    private Map<String, Supplier<String>> parameters(Map<String, Supplier<String>> given) {
        Map<String, Supplier<String>> values = new HashMap<>(given);
        Map<String, Node> declared = template.at("Parameters").fields();
        if (!declared.keySet().containsAll(given.keySet())) {
            throw refusal("parameters that it does not have among " + given.keySet());
        }
        declared.forEach((name, parameter) -> values.computeIfAbsent(name, unset -> () -> defaultOf(name, parameter)));
        return values;
    }

    private String defaultOf(String name, Node parameter) {
        if (!parameter.at("Default").exists()) {
            throw refusal("parameter " + name + " has no value");
        }
        return parameter.at("Default").text();
    }

    private static Node read(Path file) {
        try {
            return CloudFormationYaml.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
