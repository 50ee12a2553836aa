package dev.hookwarden.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hookwarden.log.JsonEventLog;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

class PowertoolsEventLogTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_LINE = 4096;

    private final StandardOutput output = new StandardOutput();
    private final PowertoolsEventLog log = new PowertoolsEventLog();

    @AfterEach
    void letGo() {
        output.close();
    }

    @Test
    void writesWhatTheLeanLogWritesAtTheSamePlace() throws Exception {
        LogLine line = LogLine.of(LogEvent.DELIVERY_FAILED)
                .with("provider", "zenoo")
                .with("receiveCount", 3)
                .with("headers", Map.of("accept", "*/*"));

        log.write(line);

        JsonNode lean = lean(line);
        JsonNode written = onlyLine();
        assertThat(Instant.parse(written.get("timestamp").textValue())).isAfter(Instant.EPOCH);
        for (String field : List.of("level", "event", "provider", "receiveCount", "headers")) {
            assertThat(written.get(field)).as(field).isEqualTo(lean.get(field));
        }
    }

    @Test
    void addsOnlyTheMessageOutsideLambda() throws Exception {
        log.write(LogLine.of(LogEvent.DELIVERY_PROCESSED).with("provider", "zenoo"));

        assertThat(onlyLine().fieldNames())
                .toIterable()
                .containsExactly("timestamp", "level", "event", "provider", "message");
    }

    @Test
    void addsWhatPowertoolsKnowsOfTheInvocation() throws Exception {
        PowertoolsLogging.withLogging(new Invocation("request-1"), () -> {
            log.write(LogLine.of(LogEvent.DELIVERY_PROCESSED));
            return "answer";
        });

        JsonNode written = onlyLine();
        assertThat(written.get("function_name").textValue()).isEqualTo("hookwarden-processor");
        assertThat(written.get("function_version").textValue()).isEqualTo("7");
        assertThat(written.get("function_request_id").textValue()).isEqualTo("request-1");
        assertThat(written.get("cold_start").isBoolean()).isTrue();
    }

    @Test
    void forgetsTheInvocationAfterwards() throws Exception {
        PowertoolsLogging.withLogging(new Invocation("request-1"), () -> "answer");

        log.write(LogLine.of(LogEvent.DELIVERY_PROCESSED));

        assertThat(onlyLine().has("function_request_id")).isFalse();
    }

    @Test
    void escapesWhatStrangersMaySend() throws Exception {
        String hostile = "\u0000\u0001\u001b[31m\r\n\"},{\"event\":\"key_rotated\" \uD83D \u2028 é";

        log.write(LogLine.of(LogEvent.DELIVERY_FAILED)
                .with("eventType", hostile)
                .with("headers", Map.of(hostile, hostile)));

        JsonNode written = onlyLine();
        assertThat(written.get("event").textValue()).isEqualTo("delivery_failed");
        assertThat(written.get("eventType").textValue()).isEqualTo(hostile);
        assertThat(written.get("headers").get(hostile).textValue()).isEqualTo(hostile);
    }

    @Test
    void staysUnderFourKilobytes() throws Exception {
        LogLine line = LogLine.of(LogEvent.DELIVERY_FAILED);
        for (int field = 0; field < 20; field++) {
            line.with("field" + field, "\u0001".repeat(LogLine.MAX_TEXT));
        }

        PowertoolsLogging.withLogging(new Invocation("r".repeat(36)), () -> {
            log.write(line);
            return "answer";
        });

        assertThat(onlyLine().get("truncated").booleanValue()).isTrue();
        assertThat(output.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MAX_LINE);
    }

    @Test
    void showsNothingOfAnExceptionButItsClass() throws Exception {
        LoggerFactory.getLogger("library")
                .warn("Something failed", new IllegalStateException("canary", new RuntimeException("canary")));

        assertThat(output.text()).doesNotContain("canary");
        assertThat(onlyLine().get("fault").textValue()).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void keepsLibrariesQuietUnlessTheyWarn() {
        LoggerFactory.getLogger("library").info("Hello");

        assertThat(output.text()).isEmpty();
    }

    private JsonNode onlyLine() throws Exception {
        assertThat(output.text()).endsWith("\n").containsOnlyOnce("\n");
        return JSON.readTree(output.text());
    }

    private static JsonNode lean(LogLine line) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JsonEventLog(new PrintStream(bytes, true, StandardCharsets.UTF_8), InstantSource.system()).write(line);
        return JSON.readTree(bytes.toByteArray());
    }
}
