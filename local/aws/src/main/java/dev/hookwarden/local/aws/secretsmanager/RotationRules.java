package dev.hookwarden.local.aws.secretsmanager;

import dev.hookwarden.local.aws.AwsError;
import dev.hookwarden.local.aws.AwsInput;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The schedule of rotations: days between them, or {@code rate(N hours|days)}. The next date is the last one plus that
 * span exactly, where AWS chooses a moment in a window.
 */
record RotationRules(
        @Nullable Integer afterDays,
        @Nullable String expression,
        @Nullable String duration) {
    private static final Pattern RATE = Pattern.compile("rate\\(([1-9][0-9]{0,3}) (hour|day)s?\\)");
    private static final Set<String> MEMBERS = Set.of("AutomaticallyAfterDays", "ScheduleExpression", "Duration");
    private static final int MAX_DAYS = 1000;
    private static final Duration SHORTEST = Duration.ofHours(4);

    static RotationRules none() {
        return new RotationRules(null, null, null);
    }

    /** Reads the rules of a RotateSecret request, refusing what AWS refuses. */
    static RotationRules in(AwsInput input) {
        input.allowOnly(MEMBERS);
        var rules = new RotationRules(
                input.whole("AutomaticallyAfterDays"), input.text("ScheduleExpression"), input.text("Duration"));
        if ((rules.afterDays == null) == (rules.expression == null)) {
            throw Refusals.parameter("RotationRules need either AutomaticallyAfterDays or ScheduleExpression.");
        }
        rules.interval();
        return rules;
    }

    @Nullable
    Instant next(Instant now) {
        Duration interval = interval();
        return interval == null ? null : now.plus(interval);
    }

    private @Nullable Duration interval() {
        if (afterDays != null) {
            if (afterDays < 1 || afterDays > MAX_DAYS) {
                throw Refusals.parameter("RotationRules.AutomaticallyAfterDays must be within 1-" + MAX_DAYS + ".");
            }
            return Duration.ofDays(afterDays);
        }
        return expression == null ? null : rate(expression);
    }

    private static Duration rate(String expression) {
        Matcher rate = RATE.matcher(expression);
        if (!rate.matches()) {
            throw AwsError.unsupported("the ScheduleExpression " + expression);
        }
        int count = Integer.parseInt(rate.group(1));
        Duration interval = rate.group(2).equals("day") ? Duration.ofDays(count) : Duration.ofHours(count);
        if (interval.compareTo(SHORTEST) < 0) {
            throw Refusals.parameter("A secret can be rotated every 4 hours at most.");
        }
        return interval;
    }
}
