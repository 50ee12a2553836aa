package dev.hookwarden.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {
    private static final int ROOM = 1000;

    @Test
    void keepsNumbersUnquotedAndMapsNested() {
        LogLine line = line().with("count", 3).with("headers", Map.of("accept", "*/*"));

        assertThat(JsonFields.of(line, ROOM))
                .containsExactly(Map.entry("count", "3"), Map.entry("headers", "{\"accept\":\"*/*\"}"));
    }

    @Test
    void escapesControlCharactersAndEverythingBeyondAscii() {
        LogLine line = line().with("text", "\u0001\n\"é").with("half a character", "\uD83D");

        assertThat(JsonFields.of(line, ROOM))
                .containsEntry("text", "\"\\u0001\\n\\\"\\u00E9\"")
                .containsEntry("half a character", "\"\\uD83D\"");
    }

    @Test
    void leavesOutWhatDoesNotFitAndSaysSo() {
        LogLine line = line().with("long", "x".repeat(LogLine.MAX_TEXT)).with("short", "y");

        assertThat(JsonFields.of(line, 100))
                .containsExactly(Map.entry("short", "\"y\""), Map.entry("truncated", "true"));
    }

    @Test
    void fillsTheRoomToTheLastByte() {
        LogLine line = line().with("a", "b");
        int exactly = ",\"a\":\"b\"".length() + ",\"truncated\":true".length();

        assertThat(JsonFields.of(line, exactly)).containsOnlyKeys("a");
        assertThat(JsonFields.of(line, exactly - 1)).containsOnlyKeys("truncated");
    }

    private static LogLine line() {
        return LogLine.of(LogEvent.DELIVERY_PROCESSED);
    }
}
