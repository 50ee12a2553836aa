package dev.hookwarden.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonEventLogTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.5Z");

    private static LogLine line() {
        return LogLine.of(LogEvent.SIGNATURE_REFUSED);
    }

    private static String written(LogLine line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JsonEventLog(new PrintStream(bytes, true, StandardCharsets.UTF_8), () -> NOW).write(line);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** What must hold of every line, whatever is in it. */
    private static String oneWholeLine(LogLine line) {
        String written = written(line);
        assertThat(written).hasSizeLessThanOrEqualTo(4096).endsWith("}\n").matches("[ -\\u007f]+\\n");
        assertThat(Json.isOneValue(written)).as(written).isTrue();
        assertThat(Json.topLevelText(written, Set.of("event", "level", "timestamp")))
                .isEqualTo(
                        Map.of("event", "signature_refused", "level", "WARN", "timestamp", "2026-11-22T12:00:00.500Z"));
        return written;
    }

    @Test
    void writesOneObjectALine() {
        LogLine line = line().with("provider", "zenoo")
                .with("reason", LogEvent.Level.INFO)
                .with("headers", Map.of("host", "example.org"));

        assertThat(oneWholeLine(line))
                .isEqualTo(
                        "{\"timestamp\":\"2026-11-22T12:00:00.500Z\",\"level\":\"WARN\",\"event\":\"signature_refused\","
                                + "\"provider\":\"zenoo\",\"reason\":\"info\",\"headers\":{\"host\":\"example.org\"}}\n");
    }

    @Test
    void writesNumbersWithoutQuotes() {
        assertThat(oneWholeLine(line().with("bytes", 1024).with("least", Long.MIN_VALUE)))
                .contains("\"bytes\":1024,", "\"least\":-9223372036854775808}")
                .doesNotContain("truncated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n{\"event\":\"delivery_accepted\"}\n",
                "\r\u2028\u2029\u0085",
                "\",\"event\":\"delivery_accepted\",\"x\":\"",
                "\\",
                "\u0000\u001b[2J\u007f",
                "\ud800",
                "\udc00\ud800",
                "😀",
                "\uffff"
            })
    void staysOneLineWhateverStrangersSend(String hostile) {
        oneWholeLine(line().with("text", hostile)
                .with("headers", Map.of(hostile, hostile))
                .with(hostile, hostile));
    }

    @Test
    void staysValidWhenTheCutHalvesACharacter() {
        String emoji = "😀".repeat(300);

        assertThat(oneWholeLine(line().with("even", emoji).with("odd", "x" + emoji)))
                .contains("\\uD83D\\uDE00")
                .contains("\\uD83D\\u2026");
    }

    @Test
    void leavesOutWhatDoesNotFitAndSaysSo() {
        String controls = "\u0001".repeat(4096);
        LogLine line = line().with("reason", "signature_mismatch")
                .with("a", controls)
                .with("headers", Map.of("b", controls, "c", controls, "d", controls))
                .with("sourceIp", "192.0.2.1");

        assertThat(oneWholeLine(line))
                .contains("\"reason\":\"signature_mismatch\"", "\"sourceIp\":\"192.0.2.1\"", "\"truncated\":true}")
                .doesNotContain("headers");
    }

    @Test
    void leavesNothingOutOfALineThatFits() {
        int shortest = written(fitted(0)).length();

        assertThat(oneWholeLine(fitted(4_070 - shortest))).hasSize(4_070).doesNotContain("truncated");
        assertThat(oneWholeLine(fitted(4_097 - shortest))).contains("truncated");
    }

    /** A line with just so many characters more. */
    private static LogLine fitted(int characters) {
        LogLine line = line();
        int left = characters;
        for (int field = 0; field < 16; field++) {
            int size = Math.min(left, 256);
            left -= size;
            line.with("field" + (char) ('a' + field), "x".repeat(size));
        }
        return line;
    }

    @Test
    void staysOneWholeLineForAnyMixture() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            LogLine line = line();
            for (int field = random.nextInt(20); field > 0; field--) {
                Map<String, String> map = new LinkedHashMap<>();
                for (int entry = random.nextInt(8); entry > 0; entry--) {
                    map.put(text(random), text(random));
                }
                line.with("t" + field, text(random)).with("m" + field, map).with("n" + field, random.nextLong());
            }
            assertThat(written(line)).as("seed %d", seed).hasSizeLessThanOrEqualTo(4096);
            oneWholeLine(line);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(300); left > 0; left--) {
            text.append((char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(0x10000)));
        }
        return text.toString();
    }
}
