package dev.hookwarden.infra;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One name that a template refers to: by {@code Ref}, {@code Fn::GetAtt}, {@code Fn::Sub}, {@code Condition}, {@code Fn::If} or
 * {@code DependsOn}.
 *
 * @param attribute empty for the thing itself
 */
record Reference(String target, String attribute) {
    private static final Pattern IN_TEXT = Pattern.compile("\\$\\{([^!}][^}]*)}");

    /** The references that this very place makes, not those below it. */
    static Stream<Reference> in(Node node) {
        return node.fields().entrySet().stream().flatMap(field -> switch (field.getKey()) {
            // SAM's Function.Alias is a Ref too.
            case "Ref", "DependsOn" -> field.getValue().texts().stream().map(Reference::dotted);
            case "Condition" ->
                field.getValue().fields().isEmpty()
                        ? Stream.of(named(field.getValue().text()))
                        : Stream.empty();
            case "Fn::If" -> Stream.of(named(field.getValue().items().getFirst().text()));
            case "Fn::GetAtt" ->
                Stream.of(dotted(String.join(".", field.getValue().texts())));
            case "Fn::Sub" -> substitutions(field.getValue());
            default -> Stream.empty();
        });
    }

    /** A parameter of CloudFormation's own, as {@code AWS::Region}. */
    boolean isPseudo() {
        return target.startsWith("AWS::");
    }

    private static Stream<Reference> substitutions(Node sub) {
        Node own = sub.items().size() > 1 ? sub.items().getLast() : new Node(null);
        return IN_TEXT.matcher(sub.items().getFirst().text())
                .results()
                .map((MatchResult match) -> match.group(1))
                .filter(name -> !own.at(name).exists())
                .map(Reference::dotted);
    }

    private static Reference named(String name) {
        return new Reference(name, "");
    }

    private static Reference dotted(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? named(name) : new Reference(name.substring(0, dot), name.substring(dot + 1));
    }
}
