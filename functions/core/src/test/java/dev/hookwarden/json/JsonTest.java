package dev.hookwarden.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
    private static Map<String, String> read(String text) {
        return Json.topLevelText(text, Set.of("id", "type"));
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "1", "\"a\"", " {\"a\": [1, {\"b\": null}]} \n", "{\"a\":1,\"a\":2}"})
    void knowsOneValue(String text) {
        assertThat(Json.isOneValue(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{} {}",
                "{}x",
                "1 2",
                "{",
                "}",
                "[1,]",
                "{\"a\":}",
                "{'a':1}",
                "{a:1}",
                "NaN",
                "// note\n{}",
                "\"a\nb\"",
                "\"\\x\"",
                "\ufeff{}",
                "{\u0000}",
                "a=1&b=2"
            })
    void knowsWhatIsNotOneValue(String text) {
        assertThat(Json.isOneValue(text)).isFalse();
    }

    @Test
    void readsNothingDeeperThan64() {
        assertThat(Json.isOneValue(nested(64))).isTrue();
        assertThat(Json.isOneValue(nested(65))).isFalse();
        assertThat(Json.isOneValue(nested(1_000_000))).isFalse();
        assertThat(Json.isOneValue("{\"a\":".repeat(1_000_000))).isFalse();
        assertThat(read("{\"id\":\"1\",\"deep\":" + nested(64) + "}")).isEmpty();
    }

    @Test
    void readsTextsAndWholeNumbersOfTheOutermostObject() {
        assertThat(read("{\"id\":42,\"type\":\"a.b\",\"other\":\"x\"}")).isEqualTo(Map.of("id", "42", "type", "a.b"));
        assertThat(read("{\"data\":{\"id\":\"inner\"},\"list\":[{\"id\":1}],\"type\":\"a\"}"))
                .isEqualTo(Map.of("type", "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "1.5", "1e3", "{}", "[]", "{\"id\":\"x\"}", "[\"x\"]"})
    void leavesOutWhatIsNeitherTextNorWholeNumber(String value) {
        assertThat(read("{\"id\":" + value + ",\"type\":\"a\"}")).isEqualTo(Map.of("type", "a"));
    }

    @Test
    void leavesOutAFieldThatStandsThereTwice() {
        assertThat(read("{\"id\":\"1\",\"id\":\"2\",\"type\":\"a\"}")).isEqualTo(Map.of("type", "a"));
        assertThat(read("{\"id\":\"1\",\"id\":\"1\"}")).isEmpty();
        assertThat(read("{\"id\":null,\"id\":\"1\"}")).isEmpty();
        assertThat(read("{\"id\":\"1\",\"id\":{}}")).isEmpty();
        assertThat(read("{\"id\":\"1\",\"\\u0069d\":\"2\"}")).isEmpty();
        assertThat(read("{\"id\":\"1\",\"id\":\"2\",\"id\":\"3\"}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"id\"",
                "[{\"id\":\"1\"}]",
                "{\"id\":\"1\"",
                "{\"id\":\"1\"}}",
                "{\"id\":\"1\"} {\"id\":\"2\"}",
                "{\"id\":\"1\",}",
                "{\"id\":01}",
                "id=1"
            })
    void readsNothingFromWhatIsNotOneObject(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void readsNothingFromAbsurdNumbersAndNames() {
        assertThat(read("{\"id\":" + "9".repeat(5_000) + "}")).isEmpty();
        assertThat(read("{\"" + "n".repeat(100_000) + "\":1,\"id\":\"1\"}")).isEmpty();
    }

    @Test
    void readsNoTextLongerThanAnyBody() {
        assertThat(read("{\"id\":\"" + "x".repeat(Json.MAX_STRING) + "\"}")).containsKey("id");
        assertThat(read("{\"id\":\"" + "x".repeat(Json.MAX_STRING + 1) + "\"}")).isEmpty();
    }

    @Test
    void findsTheTextOfAFieldHereOrOneLevelDown() {
        assertThat(requestId("{\"request_id\":\"r1\"}")).contains("r1");
        assertThat(requestId(
                        "{\"data\":[{\"request_id\":\"no\"}],\"meta\":{\"page\":{},\"request_id\":\"r2\"},\"x\":1}"))
                .contains("r2");
        assertThat(requestId("{\"meta\":{\"request_id\":\"r2\"},\"request_id\":\"r1\"}"))
                .contains("r1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"request_id\":1}",
                "{\"meta\":\"request_id\"}",
                "{\"meta\":{\"meta\":{\"request_id\":\"r\"}}}",
                "{\"request_id\":\"r1\""
            })
    void findsNoTextWhereThereIsNone(String text) {
        assertThat(requestId(text)).isEmpty();
    }

    private static Optional<String> requestId(String text) {
        return Json.textIn(text, "meta", "request_id");
    }
}
