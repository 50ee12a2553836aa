package dev.hookwarden.local.cloudwatch.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.local.cloudwatch.definition.Cursor;
import java.util.function.Predicate;

/**
 * A pattern for JSON events, as <code>{ $.event = "x" && ($.n >= 5 || $.b IS TRUE) }</code>.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html">Filter pattern syntax</a>
 */
final class JsonPattern {
    private static final int MAX_WILDCARD_SELECTORS = 3;

    private final Cursor cursor;
    private int wildcardSelectors;

    private JsonPattern(Cursor cursor) {
        this.cursor = cursor;
    }

    /** An event that is no JSON object matches nothing. */
    static Condition parse(Cursor cursor) {
        cursor.expect("{");
        Condition parsed = new JsonPattern(cursor).anyOf();
        cursor.expect("}");
        cursor.expectEnd();
        return line -> line.json().isObject() ? parsed.on(line) : Verdict.NO_MATCH;
    }

    private Condition anyOf() {
        Condition any = allOf();
        while (cursor.take("||")) {
            any = any.or(allOf());
        }
        return any;
    }

    private Condition allOf() {
        Condition all = single();
        while (cursor.take("&&")) {
            all = all.and(single());
        }
        return all;
    }

    private Condition single() {
        if (cursor.take("(")) {
            Condition inner = anyOf();
            cursor.expect(")");
            return inner;
        }
        Selector selector = Selector.next(cursor);
        return selector.hasWildcard() ? comparisonOfAny(selector) : test(selector);
    }

    private Condition test(Selector selector) {
        if (cursor.takeWord("IS")) {
            return whether(selector, is());
        }
        if (cursor.takeWord("NOT")) {
            cursor.expect("EXISTS");
            return whether(selector, JsonNode::isMissingNode);
        }
        if (cursor.takeWord("EXISTS")) {
            throw cursor.refusal("CloudWatch Logs does not support EXISTS");
        }
        Comparison comparison = Comparison.next(cursor);
        return line -> comparison.on(selector.on(line.json()).getFirst());
    }

    private Predicate<JsonNode> is() {
        if (cursor.takeWord("NULL")) {
            return JsonNode::isNull;
        }
        if (cursor.takeWord("TRUE")) {
            return node -> node.isBoolean() && node.booleanValue();
        }
        if (cursor.takeWord("FALSE")) {
            return node -> node.isBoolean() && !node.booleanValue();
        }
        throw cursor.refusal("after IS come NULL, TRUE and FALSE only");
    }

    private Condition comparisonOfAny(Selector selector) {
        if (++wildcardSelectors > MAX_WILDCARD_SELECTORS) {
            throw cursor.refusal("more than " + MAX_WILDCARD_SELECTORS + " wildcard selectors");
        }
        Comparison comparison = Comparison.next(cursor);
        if (comparison.operator() == Operator.NOT_EQUAL) {
            throw cursor.refusal("it is not documented whether != means all or any that a wildcard selects");
        }
        return line -> selector.on(line.json()).stream().map(comparison::on).reduce(Verdict.NO_MATCH, Verdict::or);
    }

    private static Condition whether(Selector selector, Predicate<JsonNode> test) {
        return line -> Verdict.of(test.test(selector.on(line.json()).getFirst()));
    }
}
