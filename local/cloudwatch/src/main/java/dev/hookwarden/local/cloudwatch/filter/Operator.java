package dev.hookwarden.local.cloudwatch.filter;

import dev.hookwarden.local.cloudwatch.definition.Cursor;
import java.util.List;

/** A comparison sign of a filter pattern. */
enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS_OR_EQUAL("<="),
    GREATER_OR_EQUAL(">="),
    LESS("<"),
    GREATER(">");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    static Operator next(Cursor cursor) {
        return List.of(values()).stream()
                .filter(operator -> cursor.take(operator.sign))
                .findFirst()
                .orElseThrow(() -> cursor.refusal("expected a comparison"));
    }

    /** Whether it holds between two things of this order, as a comparator gives it. */
    boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER_OR_EQUAL -> order >= 0;
            case LESS -> order < 0;
            case GREATER -> order > 0;
        };
    }

    boolean isEquality() {
        return this == EQUAL || this == NOT_EQUAL;
    }
}
