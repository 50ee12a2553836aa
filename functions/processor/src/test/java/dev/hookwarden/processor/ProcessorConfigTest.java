package dev.hookwarden.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.config.ConfigurationException;
import dev.hookwarden.config.Environment;
import dev.hookwarden.processor.enrichment.EnrichmentConfig;
import dev.hookwarden.processor.enrichment.Plans;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorConfigTest {
    @Test
    void readsWhatTheTemplateSets() {
        assertThat(ProcessorConfig.from(valid()))
                .isEqualTo(new ProcessorConfig(
                                "hookwarden-prod",
                                "hookwarden-prod-seen",
                                Duration.ofDays(15),
                                "hookwarden-prod-payloads")
                        .fetching(EnrichmentConfig.from(new Environment(Plans.variables()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EVENT_BUS_NAME", "IDEMPOTENCY_TABLE", "IDEMPOTENCY_RETENTION", "PAYLOAD_BUCKET"})
    void refusesWhateverIsMissingByName(String name) {
        Map<String, String> variables = valid();
        variables.remove(name);

        assertThatThrownBy(() -> ProcessorConfig.from(variables))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(name);
    }

    @Test
    void refusesMalformedRetention() {
        Map<String, String> variables = valid();
        variables.put("IDEMPOTENCY_RETENTION", "15 days");

        assertThatThrownBy(() -> ProcessorConfig.from(variables))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("IDEMPOTENCY_RETENTION")
                .hasMessageContaining("P15D");
    }

    private static Map<String, String> valid() {
        Map<String, String> variables = Plans.variables();
        variables.put("EVENT_BUS_NAME", "hookwarden-prod");
        variables.put("IDEMPOTENCY_TABLE", "hookwarden-prod-seen");
        variables.put("IDEMPOTENCY_RETENTION", "P15D");
        variables.put("PAYLOAD_BUCKET", "hookwarden-prod-payloads");
        return variables;
    }
}
