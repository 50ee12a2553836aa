package dev.hookwarden.local.cloudwatch.template;

import dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The properties of one resource, or of a part of one; a property that nobody knows is refused, for it may matter. */
final class Properties {
    private final String where;
    private final DeployedStack stack;
    private final Node properties;

    /** @param known every property that is read, or that has no bearing on what is evaluated */
    Properties(String where, DeployedStack stack, Node properties, Set<String> known) {
        this.where = where;
        this.stack = stack;
        this.properties = properties;
        properties.fields().keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw refusal(name + " is not supported");
                });
    }

    String text(String name) {
        return ifPresent(name).orElseThrow(() -> refusal(name + " is missing"));
    }

    Optional<String> ifPresent(String name) {
        Node value = stack.resolve(properties.at(name));
        return value.exists() ? Optional.of(value.text()) : Optional.empty();
    }

    boolean has(String name) {
        return stack.resolve(properties.at(name)).exists();
    }

    int whole(String name) {
        return (int) number(name);
    }

    double number(String name) {
        String text = text(name);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw refusal(name + " is no number: " + text);
        }
    }

    /** The parts of a list; none when it isn't there. What {@code Fn::If} leaves out is left out. */
    List<Properties> parts(String name, Set<String> known) {
        return stack.resolve(properties.at(name)).items().stream()
                .map(part -> new Properties(where + " " + name, stack, part, known))
                .toList();
    }

    UnsupportedDefinitionException refusal(String why) {
        return new UnsupportedDefinitionException(where + " is refused: " + why);
    }
}
