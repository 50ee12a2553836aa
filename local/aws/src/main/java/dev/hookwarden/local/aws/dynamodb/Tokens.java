package dev.hookwarden.local.aws.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An expression cut into words and signs, read from left to right. */
final class Tokens {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:([A-Za-z_#:][A-Za-z0-9_]*)|(<>|<=|>=|[-=<>(),+]))\\s*");
    private static final String END = "<EOF>";

    private final List<String> tokens = new ArrayList<>();
    private final String kind;
    private int place;

    /**
     * Cuts an expression.
     *
     * @param kind ConditionExpression, FilterExpression or UpdateExpression, for messages
     */
    Tokens(String kind, String expression) {
        this.kind = kind;
        Matcher matcher = TOKEN.matcher(expression);
        int end = 0;
        while (end < expression.length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
        if (end < expression.length() || tokens.isEmpty()) {
            throw error("Syntax error at character " + end);
        }
    }

    String peek() {
        return place < tokens.size() ? tokens.get(place) : END;
    }

    String next() {
        String token = peek();
        place++;
        return token;
    }

    /** Whether the next token is this word or sign; if so it is taken. */
    boolean take(String token) {
        boolean there = peek().equalsIgnoreCase(token);
        place += there ? 1 : 0;
        return there;
    }

    void expect(String token) {
        if (!take(token)) {
            throw syntaxError();
        }
    }

    boolean atEnd() {
        return place >= tokens.size();
    }

    RuntimeException syntaxError() {
        return error("Syntax error; token: \"" + peek() + "\"");
    }

    RuntimeException error(String message) {
        return Invalid.because("Invalid " + kind + ": " + message);
    }
}
