package dev.hookwarden.local.aws.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * UpdateExpression: {@code SET name = :value}, {@code ADD name :number} and {@code REMOVE name}, each in lists; each clause and each name at
 * most once (<a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html">Update
 * expressions</a>).
 */
record Update(Tokens tokens, Placeholders placeholders, Set<String> clauses, Set<String> names) {

    static Consumer<ObjectNode> parse(String expression, Placeholders placeholders) {
        var update =
                new Update(new Tokens("UpdateExpression", expression), placeholders, new HashSet<>(), new HashSet<>());
        Consumer<ObjectNode> changes = item -> {};
        while (!update.tokens.atEnd()) {
            changes = changes.andThen(update.clause());
        }
        return changes;
    }

    private Consumer<ObjectNode> clause() {
        String verb = tokens.next().toUpperCase(Locale.ROOT);
        if (!clauses.add(verb)) {
            throw tokens.error("The \"" + verb + "\" section can only be used once in an update expression;");
        }
        Consumer<ObjectNode> changes = change(verb);
        while (tokens.take(",")) {
            changes = changes.andThen(change(verb));
        }
        return changes;
    }

    private Consumer<ObjectNode> change(String verb) {
        return switch (verb) {
            case "SET" -> set();
            case "ADD" -> add();
            case "REMOVE" -> remove();
            default -> throw Invalid.unsupported(verb + " in an UpdateExpression");
        };
    }

    private String name() {
        String name = placeholders.name(tokens);
        if (!names.add(name)) {
            throw tokens.error("Two document paths overlap with each other; must remove or rewrite one of these paths");
        }
        return name;
    }

    private Consumer<ObjectNode> set() {
        String name = name();
        tokens.expect("=");
        if (!tokens.peek().startsWith(":")) {
            throw Invalid.unsupported(tokens.peek() + " on the right of SET");
        }
        AttributeValue value = placeholders.value(tokens);
        return item -> item.putObject(name).set(value.type(), value.content());
    }

    private Consumer<ObjectNode> remove() {
        String name = name();
        return item -> item.remove(name);
    }

    private Consumer<ObjectNode> add() {
        String name = name();
        AttributeValue value = placeholders.value(tokens);
        if (!value.isNumber()) {
            throw Invalid.unsupported("ADD of a " + value.type());
        }
        return item -> {
            String sum = sum(item.get(name), value);
            item.putObject(name).put("N", sum);
        };
    }

    private static String sum(@Nullable JsonNode there, AttributeValue value) {
        if (there == null) {
            return value.number().toPlainString();
        }
        AttributeValue old = AttributeValue.of(there);
        if (!old.isNumber()) {
            throw Invalid.because("An operand in the update expression has an incorrect data type");
        }
        BigDecimal sum = old.number().add(value.number());
        return sum.toPlainString();
    }
}
