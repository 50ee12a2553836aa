package dev.hookwarden.local.cloudwatch.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every example of AWS's filter pattern documentation, in the order of its page.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html">Filter pattern syntax</a>
 */
final class AwsExamplesTest {
    private static final String EVENT = """
            {"eventType": "UpdateTrail", "sourceIPAddress": "111.111.111.111", "arrayKey": ["value", "another value"],
             "objectList": [{"name": "a", "id": 1}, {"name": "b", "id": 2}], "SomeObject": null, "cluster.name": "c",
             "ThisFlag": true}""";
    private static final String COMPOUND = """
            {"user": {"id": 1, "email": "John.Stiles@example.com"},
             "users": [{"id": 2, "email": "John.Doe@example.com"}, {"id": 3, "email": "Jane.Doe@example.com"}],
             "actions": ["GET", "PUT", "DELETE"], "coordinates": [[0, 1, 2], [4, 5, 6], [7, 8, 9]]}""";
    private static final List<String> ERRORS = List.of(
            "[ERROR 400] BAD REQUEST",
            "[ERROR 401] UNAUTHORIZED REQUEST",
            "[ERROR 419] MISSING ARGUMENTS",
            "[ERROR 420] INVALID ARGUMENTS");
    private static final String REQUEST =
            "127.0.0.1 Prod frank [10/Oct/2000:13:25:15 -0700] \"GET /index.html HTTP/1.0\" 404 1534";
    private static final List<String> LOG = List.of(
            "INFO 09/25/2014 12:00:00 GET /service/resource/67 1200",
            "INFO 09/25/2014 12:00:01 POST /service/resource/67/part/111 1310",
            "WARNING 09/25/2014 12:00:02 Invalid user request",
            "ERROR 09/25/2014 12:00:02 Failed to process request");

    /** A slash separates what the page says it matches; after an exclamation mark stands what it says, or implies, it doesn't. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            %^[hc]at%~hat/cat/hats~a hat
            %[hc]at$%~hat/cat/a hat~hats
            %colou?r%~color/colour~colouur
            %[abc]%~a/b/c~x
            %[a-z]%~a/m/z~A
            %[abcx-z]%~a/b/c/x/y/z~d
            %^a{3,5}$%~aaa/aaaa/aaaaa~aa
            %^a{3,5}$%~aaa~aaaaaa
            %^a{,2}$%~a/aa~aaa
            %^a{2,}$%~aa/aaa~a
            %gra|ey%~gray/grey~gry
            %^starting|^initializing|^shutting down%~starting up/initializing it/shutting down~skipping initializing it
            %abcc|ab[^c]$%~abcc and more/aba~aac and more
            %\\[.\\]%~[a]/[b]/[7]/[@]/[]]/[ ]~[]
            %10\\.10\\.0\\.1%~10.10.0.1~10010,051
            %10.10.0.1%~10010,051/10.10.0.1~10.0.1
            %ab*c%~ac/abc/abbbc~ab
            %ab[0-9]*%~ab/ab0/ab129~a1
            %ab+c%~abc/abbc/abbbc~ac
            %.at%~hat/cat/bat/4at/#at/ at~at
            %\\d%~7~x
            %^\\D$%~x~7
            %\\s%~a b~ab
            %^\\S+$%~ab~a b
            %^\\w+$%~a_Z9~a-b
            %\\W%~a-b~a_Z9
            %\\x3A%~a:b~ab
            %\\x28%~(~)
            """, delimiter = '~')
    void regularExpressions(String pattern, String matching, String other) {
        assertThat(matching.split("/", -1)).allMatch(line -> matches(pattern, line));
        assertThat(matches(pattern, other)).isFalse();
    }

    @Test
    void matchesARegularExpressionAnywhere() {
        assertThat(List.of("[ERROR 401] UNAUTHORIZED REQUEST", "[SUCCESS 200] AUTHORIZED REQUEST"))
                .allMatch(line -> matches("%AUTHORIZED%", line));
    }

    @Test
    void matchesASingleTerm() {
        assertThat(ERRORS).allMatch(line -> matches("ERROR", line));
        assertThat(List.of("[ERROR] A fatal exception has occurred", "Exiting with ERRORCODE: -1"))
                .allMatch(line -> matches("ERROR", line));
        assertThat(matches("ERROR", "[INFO] an error")).isFalse();
    }

    @Test
    void matchesSeveralTermsOnlyTogether() {
        assertThat(ERRORS.stream().filter(line -> matches("ERROR ARGUMENTS", line)))
                .containsExactly(ERRORS.get(2), ERRORS.get(3));
    }

    @Test
    void matchesAnyOptionalTerm() {
        assertThat(ERRORS).allMatch(line -> matches("?ERROR ?ARGUMENTS", line));
        assertThat(matches("?ERROR ?ARGUMENTS", "[INFO] INVALID ARGUMENTS PROVIDED"))
                .isTrue();
        assertThat(matches("?ERROR ?ARGUMENTS", "[INFO] OK")).isFalse();
    }

    @Test
    void ignoresOptionalTermsBesideOthers() {
        assertThat(List.of("[INFO] REQUEST FAILED", "[WARN] UNAUTHORIZED REQUEST", "[ERROR] 400 BAD REQUEST"))
                .allMatch(line -> matches("?ERROR ?ARGUMENTS REQUEST", line));
        assertThat(matches("?ERROR ?ARGUMENTS REQUEST", "[ERROR] MISSING ARGUMENTS"))
                .isFalse();
    }

    @Test
    void matchesAnExactPhrase() {
        assertThat(matches("\"INTERNAL SERVER ERROR\"", "[ERROR 500] INTERNAL SERVER ERROR"))
                .isTrue();
        assertThat(matches("\"INTERNAL SERVER ERROR\"", "INTERNAL ERROR OF SERVER"))
                .isFalse();
    }

    @Test
    void excludesTerms() {
        assertThat(ERRORS.stream().filter(line -> matches("ERROR -ARGUMENTS", line)))
                .containsExactly(ERRORS.get(0), ERRORS.get(1));
        assertThat(List.of("ERROR WARN message", "ERROR message", "WARN message").stream()
                        .filter(line -> matches("ERROR -WARN", line)))
                .containsExactly("ERROR message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\" \"", ""})
    void matchesEverything(String pattern) {
        assertThat(List.of("", "x", EVENT)).allMatch(line -> matches(pattern, line));
    }

    /** The page gives these patterns alone; the values are those at their border. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '~', textBlock = """
            { $.bandwidth > 75 }~{"bandwidth": 75.1}~{"bandwidth": 75}
            { $.latency < 50 }~{"latency": 49.9}~{"latency": 50}
            { $.refreshRate >= 60 }~{"refreshRate": 60}~{"refreshRate": 59.9}
            { $.responseTime <= 5 }~{"responseTime": 5}~{"responseTime": 5.1}
            { $.errorCode = 400}~{"errorCode": 400}~{"errorCode": 401}
            { $.errorCode != 500 }~{"errorCode": 400}~{"errorCode": 500}
            { $.number[0] = 1e+3 }~{"number": [1000]}~{"number": [1, 1000]}
            { $.number[0] != 1e-3 }~{"number": [1]}~{"number": [0.001]}
            { $.latency >= 500 }~{"latency": 500}~{"latency": 499}
            { $.numbers[0] < 10e3 }~{"numbers": [9999]}~{"numbers": [10000]}
            { $.numbers[0] < 10e-3 }~{"numbers": [0.009]}~{"numbers": [0.01]}
            { $.processes[4].averageRuntime <= 55.5 }~{"processes": [0,0,0,0,{"averageRuntime": 55.5}]}~{"processes": [0,0,0,0,{"averageRuntime": 56}]}
            { $.latency > +1000 }~{"latency": 1001}~{"latency": 1000}
            { $.latency = * }~{"latency": 50}~{"other": 50}
            """)
    void comparesNumbers(String pattern, String matching, String other) {
        assertThat(matches(pattern, matching)).isTrue();
        assertThat(matches(pattern, other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ $.eventType = \"UpdateTrail\" }",
                "{ $.sourceIPAddress != 123.123.* }",
                "{ $.arrayKey[0] = \"value\" }",
                "{ $.objectList[1].id = 2 }",
                "{ $.eventType = %Trail% }",
                "{ $.arrayKey[*] = %val.{2}% }",
                "{ $.* = %111\\.111\\.111\\.1[0-9]{1,2}% }",
                "{ $.['cluster.name'] = \"c\" }",
                "{ $.SomeObject IS NULL }",
                "{ $.SomeOtherObject NOT EXISTS }",
                "{ $.ThisFlag IS TRUE }"
            })
    void matchesTheJsonEvent(String pattern) {
        assertThat(matches(pattern, EVENT)).isTrue();
    }

    /** The same patterns, each with one thing changed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ $.eventType = \"UpdateTrai\" }",
                "{ $.sourceIPAddress != 111.111.* }",
                "{ $.arrayKey[1] = \"value\" }",
                "{ $.objectList[0].id = 2 }",
                "{ $.eventType = %trail% }",
                "{ $.arrayKey[*] = %^val.{3}$% }",
                "{ $.* = %112\\.111\\.111\\.1[0-9]{1,2}% }",
                "{ $.['cluster.name'] = \"d\" }",
                "{ $.eventType IS NULL }",
                "{ $.SomeObject NOT EXISTS }",
                "{ $.ThisFlag IS FALSE }"
            })
    void doesNotMatchTheJsonEvent(String pattern) {
        assertThat(matches(pattern, EVENT)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '~', textBlock = """
            { ($.user.id = 1) && ($.users[0].email = "John.Doe@example.com") }~true
            { $.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = "nonmatch" && $.actions[2] = "nonmatch" }~true
            { $.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = nonmatch && $.actions[2] = nomatch }~true
            { ($.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = "nonmatch") && $.actions[2] = "nonmatch" }~false
            { ($.user.id = 2 && $.users[0].email = "nonmatch") || $.actions[2] = "GET" }~false
            """)
    void combinesConditions(String pattern, boolean expected) {
        assertThat(matches(pattern, COMPOUND)).isEqualTo(expected);
    }

    @Test
    void matchesAlternativesInJson() {
        String bar = "{\"foo\": \"bar\"}";
        String baz = "{\"foo\": \"baz\"}";

        assertThat(matches("{$.foo = bar}", bar)).isTrue();
        assertThat(matches("{$.foo = bar}", baz)).isFalse();
        assertThat(matches("{$.foo = baz }", baz)).isTrue();
        assertThat(List.of(bar, baz)).allMatch(line -> matches("{$.foo = bar || $.foo = baz }", line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{$.users = 1}", "{$.users != 1}"})
    void neverMatchesAnArray(String pattern) {
        assertThat(matches(pattern, "{\"users\": [1, 2, 3]}")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ip=%127\\.0\\.0\\.[1-9]%, user, username, timestamp, request =*.html*, status_code = 4*, bytes]",
                "[..., request =*.html*, status_code = 4*, bytes]",
                "[..., request=*.html*, status_code=4*,]",
                "[ip, user, username, timestamp, request =*.html*, status_code = 404 || status_code = 410, bytes]",
                "[ip, user, username, timestamp, request, status_code, bytes > 1000]",
                "[ip, user, username, timestamp, request, status_code = 404, bytes]",
                "[ip, user, username, timestamp, request, status_code = 4* && status_code != 403, bytes]",
                "[ip, user, username, timestamp, request = *html*, status_code = 4*, bytes]",
                "[..., status_code, bytes]",
                "[ip, user, ..., status_code, bytes]",
                "[ip, user, ...]"
            })
    void matchesFieldsBetweenSpaces(String pattern) {
        assertThat(matches(pattern, REQUEST)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ip=%127\\.0\\.0\\.[2-9]%, user, username, timestamp, request =*.html*, status_code = 4*, bytes]",
                "[..., request =*.htm, status_code = 4*, bytes]",
                "[..., request=*.html*, status_code=5*,]",
                "[ip, user, username, timestamp, request =*.html*, status_code = 403 || status_code = 410, bytes]",
                "[ip, user, username, timestamp, request, status_code, bytes > 1534]",
                "[ip, user, username, timestamp, request, status_code = 4* && status_code != 404, bytes]",
                "[ip, user, username, timestamp, request, status_code, bytes, eighth]"
            })
    void doesNotMatchOtherFields(String pattern) {
        assertThat(matches(pattern, REQUEST)).isFalse();
    }

    @Test
    void matchesTermsInOrder() {
        assertThat(matching("[w1=ERROR, w2]")).containsExactly(LOG.get(3));
        assertThat(matching("[w1=ERROR || w1=WARNING, w2]")).containsExactly(LOG.get(2), LOG.get(3));
        assertThat(matching("[w1!=ERROR && w1!=WARNING, w2]")).containsExactly(LOG.get(0), LOG.get(1));
    }

    @Test
    void matchesLevelsOfAResource() {
        assertThat(matching("[logLevel, date, time, method, url=%/service/resource/[0-9]+$%, response_time]"))
                .containsExactly(LOG.get(0));
        assertThat(matching(
                        "[logLevel, date, time, method, url=%/service/resource/[0-9]+/part/[0-9]+$%, response_time]"))
                .containsExactly(LOG.get(1));
    }

    private static List<String> matching(String pattern) {
        return LOG.stream().filter(line -> matches(pattern, line)).toList();
    }

    private static boolean matches(String pattern, String line) {
        return FilterPattern.parse(pattern).matches(new LogLine(line));
    }
}
