package dev.hookwarden.local.cloudwatch.math;

import dev.hookwarden.local.cloudwatch.definition.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Reads a function's arguments, after its opening parenthesis. */
record FunctionCall(Parser parser) {

    Expression of(String name) {
        Expression call = switch (name) {
            case "IF" -> choose();
            case "FILL" -> fill();
            case "SUM" -> array(all -> Functions.total(all, numbers -> OptionalDouble.of(numbers.sum())));
            case "AVG" -> array(all -> Functions.total(all, DoubleStream::average));
            case "MAX" -> array(all -> Functions.extreme(all, DoubleStream::max));
            case "MIN" -> array(all -> Functions.extreme(all, DoubleStream::min));
            default -> throw cursor().refusal("the function " + name + " is not supported");
        };
        cursor().expect(")");
        return call;
    }

    private Expression choose() {
        Expression condition = parser.anyOf();
        cursor().expect(",");
        Expression whenTrue = parser.anyOf();
        Expression whenFalse = cursor().take(",") ? parser.anyOf() : null;
        return named -> Functions.choose(
                condition.in(named), whenTrue.in(named), whenFalse == null ? null : whenFalse.in(named));
    }

    private Expression fill() {
        Expression filled = parser.anyOf();
        cursor().expect(",");
        if (cursor().takeWord("REPEAT")) {
            return named -> Functions.repeat(series(filled.in(named)));
        }
        Expression filler = parser.anyOf();
        return named -> Functions.fill(series(filled.in(named)), number(filler.in(named)));
    }

    /** Of one series alone these functions give a number that depends on how far CloudWatch reaches back: AWS advises against it. */
    private Expression array(Function<List<Series>, Series> function) {
        cursor().expect("[");
        List<Expression> elements = new ArrayList<>();
        do {
            elements.add(parser.anyOf());
        } while (cursor().take(","));
        cursor().expect("]");
        return named -> function.apply(
                elements.stream().map(element -> series(element.in(named))).toList());
    }

    private Series series(Value value) {
        if (value instanceof Series series) {
            return series;
        }
        throw cursor().refusal("a number where a series is needed");
    }

    private double number(Value value) {
        if (value instanceof Scalar scalar) {
            return scalar.number();
        }
        throw cursor().refusal("FILL with another series");
    }

    private Cursor cursor() {
        return parser.cursor;
    }
}
