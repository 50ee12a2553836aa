package dev.hookwarden.local.cloudwatch.alarm;

import dev.hookwarden.local.cloudwatch.definition.Cursor;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A composite alarm's rule: ALARM, OK and INSUFFICIENT_DATA of other alarms, TRUE, FALSE, NOT, AND, OR and parentheses. AND beside OR
 * needs parentheses, for AWS does not document which binds first.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html">PutCompositeAlarm</a>
 */
public final class AlarmRule {
    private static final int MAX_LENGTH = 10_240;
    private static final int MAX_CHILDREN = 100;
    private static final Pattern STATE =
            Pattern.compile("(ALARM|OK|INSUFFICIENT_DATA)\\s*\\(\\s*(?:\"([^\"]+)\"|([^\\s\"()]+))\\s*\\)");
    private static final String ARN = "arn:";

    private final String text;
    private final Cursor cursor;
    private final Set<String> alarms = new LinkedHashSet<>();
    private final Predicate<Map<String, AlarmState>> holds;

    private AlarmRule(String text) {
        this.text = text;
        this.cursor = new Cursor("AlarmRule", text);
        this.holds = whole();
    }

    /**
     * Reads a rule.
     *
     * @throws dev.hookwarden.local.cloudwatch.definition.UnsupportedDefinitionException when it is outside of what is documented
     */
    public static AlarmRule parse(String text) {
        return new AlarmRule(text);
    }

    /** The alarms that it names. */
    public Set<String> alarms() {
        return Set.copyOf(alarms);
    }

    /**
     * Whether the composite alarm is in ALARM.
     *
     * @param states a state for each of the alarms that it names
     */
    public boolean holds(Map<String, AlarmState> states) {
        return holds.test(states);
    }

    @Override
    public String toString() {
        return text;
    }

    private Predicate<Map<String, AlarmState>> whole() {
        Predicate<Map<String, AlarmState>> whole = combined();
        cursor.expectEnd();
        if (text.length() > MAX_LENGTH || alarms.size() > MAX_CHILDREN) {
            throw cursor.refusal("too long, or too many alarms");
        }
        return whole;
    }

    private Predicate<Map<String, AlarmState>> combined() {
        Predicate<Map<String, AlarmState>> left = single();
        if (cursor.takeWord("AND")) {
            return rest("AND", left, Predicate::and);
        }
        return cursor.takeWord("OR") ? rest("OR", left, Predicate::or) : left;
    }

    private Predicate<Map<String, AlarmState>> rest(
            String word,
            Predicate<Map<String, AlarmState>> left,
            BinaryOperator<Predicate<Map<String, AlarmState>>> operator) {
        Predicate<Map<String, AlarmState>> combined = left;
        do {
            combined = operator.apply(combined, single());
        } while (cursor.takeWord(word));
        if (cursor.takeWord("AND") || cursor.takeWord("OR")) {
            throw cursor.refusal("AND beside OR without parentheses");
        }
        return combined;
    }

    private Predicate<Map<String, AlarmState>> single() {
        if (cursor.takeWord("NOT")) {
            return single().negate();
        }
        if (cursor.take("(")) {
            Predicate<Map<String, AlarmState>> inner = combined();
            cursor.expect(")");
            return inner;
        }
        if (cursor.takeWord("TRUE")) {
            return states -> true;
        }
        return cursor.takeWord("FALSE") ? states -> false : state();
    }

    private Predicate<Map<String, AlarmState>> state() {
        var match = cursor.take(STATE).orElseThrow(() -> cursor.refusal("expected ALARM, OK or INSUFFICIENT_DATA"));
        AlarmState state = AlarmState.valueOf(match.group(1));
        String given = match.group(2) != null ? match.group(2) : match.group(3);
        String alarm = given.startsWith(ARN) ? given.substring(given.lastIndexOf(':') + 1) : given;
        alarms.add(alarm);
        return states -> states.get(alarm) == state;
    }
}
