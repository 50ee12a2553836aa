package dev.hookwarden.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The alarms of this checkout's templates over what the local stack does. */
class LocalMonitoringTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("hookwarden.root"));
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:30Z");
    private static final String SIGNATURE_FAILURES = "hookwarden-local-zenoo-signature-failures";

    private final LocalMonitoring monitoring = new LocalMonitoring(CHECKOUT, InstantSource.fixed(NOW));
    private final LocalMetrics metrics = new LocalMetrics(monitoring);

    @Test
    void ringsForAForgeryWhenItsMinuteEndsAndClearsWhenItIsQuiet() {
        AtomicInteger written = new AtomicInteger();
        EventLog log = monitoring.beside(line -> written.incrementAndGet(), "ingest");

        log.write(LogLine.of(LogEvent.SIGNATURE_REFUSED).with("provider", "zenoo"));
        monitoring.moveOn(Duration.ofSeconds(30));
        assertThat(state(SIGNATURE_FAILURES)).isEqualTo("ALARM");
        assertThat(state("hookwarden-local-zenoo-under-attack-or-misconfigured"))
                .isEqualTo("ALARM");

        monitoring.moveOn(Duration.ofMinutes(10));
        assertThat(state(SIGNATURE_FAILURES)).isEqualTo("OK");
        assertThat(written).hasValue(1);
    }

    @Test
    void saysOfEachAlarmWhatItsStateIsSinceWhenAndWhy() {
        monitoring.moveOn(Duration.ofMinutes(1));

        assertThat(monitoring.alarms()).hasSizeGreaterThan(40).allSatisfy(alarm -> {
            assertThat(alarm.path("name").asText()).startsWith("hookwarden-local-");
            assertThat(alarm.path("state").asText()).isIn("OK", "INSUFFICIENT_DATA");
            assertThat(alarm.path("reason").asText()).isNotEmpty();
            assertThat(Instant.parse(alarm.path("since").asText())).isAfterOrEqualTo(NOW.minusSeconds(30));
        });
    }

    @Test
    void ringsForWhatTheGatewayAnswers() {
        metrics.answered(503, "-");
        metrics.answered(429, "THROTTLED");
        monitoring.moveOn(Duration.ofMinutes(1));

        assertThat(state("hookwarden-local-inbound-5xx")).isEqualTo("ALARM");
        assertThat(state("hookwarden-local-gateway-throttled")).isEqualTo("ALARM");
    }

    @Test
    void ringsForAFunctionThatThrows() {
        assertThatThrownBy(() -> metrics.invoked("ProcessorFunction", () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(metrics.invoked("IngestFunction", () -> "answer")).isEqualTo("answer");
        monitoring.moveOn(Duration.ofMinutes(1));

        assertThat(state("hookwarden-local-processor-errors")).isEqualTo("ALARM");
        assertThat(state("hookwarden-local-ingest-errors")).isEqualTo("OK");
    }

    @Test
    void ringsForQueues() {
        metrics.queue(LocalAws.QUEUE, 1, 901);
        metrics.queue(LocalAws.DEAD_LETTER_QUEUE, 1, 0);
        monitoring.moveOn(Duration.ofMinutes(1));

        assertThat(state("hookwarden-local-oldest-message")).isEqualTo("ALARM");
        assertThat(state("hookwarden-local-dead-letters")).isEqualTo("ALARM");
    }

    private String state(String name) {
        for (JsonNode alarm : monitoring.alarms()) {
            if (alarm.path("name").asText().equals(name)) {
                return alarm.path("state").asText();
            }
        }
        return "missing";
    }
}
