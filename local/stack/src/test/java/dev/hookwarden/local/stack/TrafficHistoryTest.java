package dev.hookwarden.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TrafficHistoryTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");

    private final MovableClock clock = new MovableClock(() -> BEGIN);
    private final TrafficHistory history = new TrafficHistory(clock);

    @Test
    void countsWhatCameInEachSpan() {
        history.write(accepted(10));
        history.write(LogLine.of(LogEvent.SIGNATURE_REFUSED));
        clock.moveOn(Duration.ofSeconds(10));
        history.write(LogLine.of(LogEvent.REQUEST_REFUSED));
        history.write(LogLine.of(LogEvent.INGEST_FAILED));

        assertThat(counts(history.json().path("seen").path(0))).isEqualTo("1 0 1");
        assertThat(counts(history.json().path("seen").path(1))).isEqualTo("0 1 1");
        assertThat(counts(history.json().path("all"))).isEqualTo("1 1 2");
        assertThat(history.json().path("seen").path(1).path("at").asLong()).isEqualTo(BEGIN.getEpochSecond() + 10);
    }

    @Test
    void forgetsAfterAQuarterOfAnHour() {
        history.write(accepted(10));
        clock.moveOn(Duration.ofMinutes(15));

        assertThat(history.json().path("seen")).isEmpty();
        assertThat(counts(history.json().path("all"))).isEqualTo("0 0 0");
    }

    @Test
    void takesPercentilesByNearestRank() {
        LongStream.rangeClosed(1, 200).forEach(duration -> history.write(accepted(duration)));

        assertThat(history.json().path("all").path("answered").toString())
                .isEqualTo("{\"p50\":100,\"p95\":190,\"p99\":198}");
    }

    @Test
    void hasNoPercentilesOfNothing() {
        history.write(accepted(1));

        assertThat(history.json().path("all").path("processed")).isEmpty();
    }

    @Test
    void measuresTheWayToTheBus() {
        history.write(LogLine.of(LogEvent.DELIVERY_PROCESSED).with("latencyMs", 70));

        assertThat(history.json().path("all").path("processed").path("p50").asLong())
                .isEqualTo(70);
    }

    private static LogLine accepted(long durationMs) {
        return LogLine.of(LogEvent.DELIVERY_ACCEPTED).with("durationMs", durationMs);
    }

    private static String counts(JsonNode span) {
        return span.path("accepted") + " " + span.path("failed") + " " + span.path("refused");
    }
}
