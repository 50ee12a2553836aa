package dev.hookwarden.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.log.LogEvent.Level;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LogLineTest {
    private static LogLine line() {
        return LogLine.of(LogEvent.SIGNATURE_REFUSED);
    }

    @Test
    void keepsFieldsInTheOrderTheyWereAdded() {
        LogLine line = line().with("z", "1").with("a", 2).with("m", Level.WARN);

        assertThat(line.event()).isEqualTo(LogEvent.SIGNATURE_REFUSED);
        assertThat(line.fields().entrySet())
                .containsExactly(Map.entry("z", "1"), Map.entry("a", 2L), Map.entry("m", "warn"));
    }

    @Test
    void cutsTextTo256Characters() {
        String whole = "x".repeat(256);
        LogLine line = line().with("whole", whole)
                .with("cut", whole + "y")
                .with("map", Map.of("k".repeat(300), "v".repeat(300)));

        assertThat(line.fields()).containsEntry("whole", whole).containsEntry("cut", "x".repeat(255) + "…");
        assertThat(line.fields()).containsEntry("map", Map.of("k".repeat(255) + "…", "v".repeat(255) + "…"));
    }

    @Test
    void staysAsItWasWhenAMapChanges() {
        Map<String, String> source = new HashMap<>(Map.of("a", "1"));
        LogLine line = line().with("map", source);
        source.put("b", "2");

        assertThat(line.fields()).containsEntry("map", Map.of("a", "1"));
    }

    @Test
    void namesAFaultAndItsCauseAndQuotesNeither() {
        LogLine line = line().withFault(new IllegalStateException("canary", new IOException("canary")));

        assertThat(line.fields()).isEqualTo(Map.of("fault", "IllegalStateException", "cause", "IOException"));
        assertThat(line().withFault(new IOException("canary")).fields()).isEqualTo(Map.of("fault", "IOException"));
    }

    @ParameterizedTest
    @EnumSource
    void namesAnEventAlikeInEveryDefaultLocale(LogEvent event) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(event.wireName()).matches("[a-z_]+");
            assertThat(line().with("event", event).fields()).containsEntry("event", event.wireName());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void namesEveryEventDifferently() {
        assertThat(Arrays.stream(LogEvent.values()).map(LogEvent::wireName)).doesNotHaveDuplicates();
    }
}
