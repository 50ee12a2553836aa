package dev.hookwarden.local.aws.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * ConditionExpression and FilterExpression: {@code attribute_exists}, {@code attribute_not_exists}, comparisons of top-level attributes and
 * values, NOT, AND, OR and parentheses.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html">
 *     Operators and functions</a>
 */
record Condition(Tokens tokens, Placeholders placeholders) {

    /**
     * Reads an expression; what it says of an item that does not exist, it says of an empty one.
     *
     * @param kind ConditionExpression or FilterExpression, for messages
     */
    static Predicate<ObjectNode> parse(String kind, String expression, Placeholders placeholders) {
        var condition = new Condition(new Tokens(kind, expression), placeholders);
        Predicate<ObjectNode> parsed = condition.anyOf();
        if (!condition.tokens.atEnd()) {
            throw condition.tokens.syntaxError();
        }
        return parsed;
    }

    private Predicate<ObjectNode> anyOf() {
        Predicate<ObjectNode> any = allOf();
        while (tokens.take("OR")) {
            any = any.or(allOf());
        }
        return any;
    }

    private Predicate<ObjectNode> allOf() {
        Predicate<ObjectNode> all = negatable();
        while (tokens.take("AND")) {
            all = all.and(negatable());
        }
        return all;
    }

    private Predicate<ObjectNode> negatable() {
        return tokens.take("NOT") ? negatable().negate() : single();
    }

    private Predicate<ObjectNode> single() {
        if (tokens.take("(")) {
            Predicate<ObjectNode> inner = anyOf();
            tokens.expect(")");
            return inner;
        }
        if (tokens.take("attribute_not_exists")) {
            return exists().negate();
        }
        return tokens.take("attribute_exists") ? exists() : comparison();
    }

    private Predicate<ObjectNode> exists() {
        tokens.expect("(");
        String name = placeholders.name(tokens);
        tokens.expect(")");
        return item -> item.has(name);
    }

    private Predicate<ObjectNode> comparison() {
        Function<ObjectNode, @Nullable AttributeValue> left = operand();
        String sign = tokens.next();
        if (sign.equals("=") || sign.equals("<>")) {
            Function<ObjectNode, @Nullable AttributeValue> right = operand();
            return item -> areEqual(left.apply(item), right.apply(item)) == sign.equals("=");
        }
        IntPredicate order = order(sign);
        Function<ObjectNode, @Nullable AttributeValue> right = operand();
        return item -> areInOrder(left.apply(item), right.apply(item), order);
    }

    private Function<ObjectNode, @Nullable AttributeValue> operand() {
        if (tokens.peek().startsWith(":")) {
            AttributeValue value = placeholders.value(tokens);
            return item -> value;
        }
        String name = placeholders.name(tokens);
        return item -> {
            JsonNode value = item.get(name);
            return value == null ? null : AttributeValue.of(value);
        };
    }

    private static IntPredicate order(String sign) {
        return switch (sign) {
            case "<" -> difference -> difference < 0;
            case "<=" -> difference -> difference <= 0;
            case ">" -> difference -> difference > 0;
            case ">=" -> difference -> difference >= 0;
            default -> throw Invalid.unsupported(sign + " in a condition");
        };
    }

    private static boolean areEqual(@Nullable AttributeValue left, @Nullable AttributeValue right) {
        return left != null && right != null && left.equalTo(right);
    }

    private static boolean areInOrder(
            @Nullable AttributeValue left, @Nullable AttributeValue right, IntPredicate order) {
        return left != null && right != null && left.comparableTo(right) && order.test(left.compare(right));
    }
}
