package dev.hookwarden.local.cloudwatch.math;

import java.util.function.Function;

/** A part of a math expression. */
@FunctionalInterface
interface Expression {

    /**
     * What it is worth.
     *
     * @param named gives every series that the expression names
     */
    Value in(Function<String, Series> named);

    default Expression with(Pointwise operator, Expression right) {
        return named -> operator.of(in(named), right.in(named));
    }
}
