package dev.hookwarden.local.cloudwatch.filter;

import dev.hookwarden.local.cloudwatch.definition.Cursor;
import java.util.regex.Pattern;

/**
 * The regular expressions that CloudWatch Logs supports, which are fewer than Java's.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/regex-expressions.html">Supported regular expressions</a>
 */
final class RegexSyntax {
    private static final String ESCAPE = "\\\\[dDsSwW]|\\\\x[0-9A-F]{2}|\\\\[\\^$?\\[\\]{}|\\\\*+.]";
    private static final String PLAIN = "[A-Za-z0-9:_#=@/;,\\- ]";
    private static final String CLASS = "\\[\\^?(?:" + ESCAPE + "|" + PLAIN + "|[$?{}|*+.])+\\]";
    private static final String COUNT = "[*+?]|\\{(?:\\d+,?\\d*|,\\d+)\\}";
    private static final Pattern SUPPORTED =
            Pattern.compile("(?:(?:" + ESCAPE + "|" + PLAIN + "|\\.|" + CLASS + ")(?:" + COUNT + ")?|[\\^$|])+");

    private RegexSyntax() {}

    static Pattern compile(String regex, Cursor cursor) {
        if (!SUPPORTED.matcher(regex).matches()) {
            throw cursor.refusal("a regular expression that CloudWatch Logs does not support");
        }
        // Java wants a least number where CloudWatch Logs lets it be left out.
        return Pattern.compile(regex.replace("{,", "{0,"), Pattern.DOTALL);
    }
}
