package dev.hookwarden.local.cloudwatch.math;

import dev.hookwarden.local.cloudwatch.definition.Cursor;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads math expressions; the operators bind as everywhere: signs, products, sums, comparisons, AND, OR. */
final class Parser {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern ID = Pattern.compile("[a-z]\\w*+(?!\\s*\\()");
    private static final Pattern FUNCTION = Pattern.compile("([A-Z][A-Z_0-9]*)\\s*\\(");
    private static final Pattern OR = Pattern.compile("\\|\\||OR\\b");
    private static final Pattern AND = Pattern.compile("&&|AND\\b");
    private static final Pattern COMPARISON = Pattern.compile("==|!=|<=|>=|<|>");
    private static final Pattern SUM = Pattern.compile("[+-]");
    private static final Pattern PRODUCT = Pattern.compile("[*/]");

    final Cursor cursor;
    final Set<String> ids = new LinkedHashSet<>();

    Parser(Cursor cursor) {
        this.cursor = cursor;
    }

    Expression whole() {
        Expression whole = anyOf();
        cursor.expectEnd();
        return whole;
    }

    Expression anyOf() {
        Expression left = allOf();
        for (Optional<Pointwise> or = operator(OR); or.isPresent(); or = operator(OR)) {
            left = left.with(or.get(), allOf());
        }
        return left;
    }

    /** Which other expressions, or metrics, are named here. */
    Expression named() {
        String id = cursor.take(ID)
                .map(MatchResult::group)
                .orElseThrow(() -> cursor.refusal("expected a number, the id of a metric, or a function"));
        ids.add(id);
        return series -> series.apply(id);
    }

    private Expression allOf() {
        Expression left = comparison();
        for (Optional<Pointwise> and = operator(AND); and.isPresent(); and = operator(AND)) {
            left = left.with(and.get(), comparison());
        }
        return left;
    }

    private Expression comparison() {
        Expression left = sum();
        Optional<Pointwise> comparison = operator(COMPARISON);
        return comparison.isPresent() ? left.with(comparison.get(), sum()) : left;
    }

    private Expression sum() {
        Expression left = product();
        for (Optional<Pointwise> sign = operator(SUM); sign.isPresent(); sign = operator(SUM)) {
            left = left.with(sign.get(), product());
        }
        return left;
    }

    private Expression product() {
        Expression left = signed();
        for (Optional<Pointwise> sign = operator(PRODUCT); sign.isPresent(); sign = operator(PRODUCT)) {
            left = left.with(sign.get(), signed());
        }
        return left;
    }

    private Expression signed() {
        if (!cursor.take("-")) {
            return single();
        }
        Expression minusOne = series -> new Scalar(-1);
        return minusOne.with(new Pointwise((a, b) -> a * b), signed());
    }

    private Expression single() {
        if (cursor.take("(")) {
            Expression inner = anyOf();
            cursor.expect(")");
            return inner;
        }
        Optional<String> number = cursor.take(NUMBER).map(MatchResult::group);
        if (number.isPresent()) {
            var scalar = new Scalar(Double.parseDouble(number.get()));
            return series -> scalar;
        }
        return cursor.take(FUNCTION)
                .map(function -> new FunctionCall(this).of(function.group(1)))
                .orElseGet(this::named);
    }

    private Optional<Pointwise> operator(Pattern pattern) {
        return cursor.take(pattern).map(sign -> Pointwise.named(sign.group()));
    }
}
