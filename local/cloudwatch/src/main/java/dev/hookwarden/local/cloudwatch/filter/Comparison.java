package dev.hookwarden.local.cloudwatch.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.local.cloudwatch.definition.Cursor;

/** A comparison sign and what stands to its right. */
record Comparison(Operator operator, Literal literal) {

    static Comparison next(Cursor cursor) {
        Operator operator = Operator.next(cursor);
        Literal literal = Literal.next(cursor);
        if (!operator.isEquality() && !(literal instanceof Literal.Numeric)) {
            throw cursor.refusal("only numbers have an order");
        }
        return new Comparison(operator, literal);
    }

    /**
     * Documented are: text with text, number with number, a wildcard with the digits of a number, and that objects and arrays never
     * match. Of other types, and of nothing, only that they are not equal to what they do not look like.
     */
    Verdict on(JsonNode node) {
        if (node.isContainerNode()) {
            return Verdict.NO_MATCH;
        }
        boolean holds = literal.holds(operator, node.asText());
        if (isFor(node)) {
            return Verdict.of(holds);
        }
        boolean open = operator == Operator.NOT_EQUAL || (holds && !node.isMissingNode());
        return open ? Verdict.UNDOCUMENTED : Verdict.NO_MATCH;
    }

    /** Of a field between spaces, in which digits are a number. */
    Verdict on(String field) {
        boolean isNumber = Literal.NUMBER.matcher(field).matches();
        if (literal instanceof Literal.Numeric && !isNumber && operator == Operator.NOT_EQUAL) {
            return Verdict.UNDOCUMENTED;
        }
        return Verdict.of(literal.holds(operator, field));
    }

    private boolean isFor(JsonNode node) {
        return switch (literal) {
            case Literal.Numeric number -> node.isNumber();
            case Literal.Text text -> node.isTextual() || (text.hasWildcard() && node.isNumber());
            case Literal.Regex regex -> node.isTextual();
        };
    }
}
