package dev.hookwarden.processor.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.hookwarden.config.ConfigurationException;
import dev.hookwarden.config.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnrichmentConfigTest {
    private final Map<String, String> variables = Plans.variables();

    @Test
    void fetchesForEachProviderThatIsSwitchedOn() {
        assertThat(read().plans())
                .extracting(plan -> plan.provider().id(), EnrichmentPlan::operation, EnrichmentPlan::path)
                .containsExactly(
                        tuple("zenoo", "pull-result", "/api/gateway/sharable-payload/"),
                        tuple("jobsiteon", "read-entity", "/contacts/"));
        assertThat(read().plans().getFirst().provider().api().baseUrl()).hasToString("https://zenoo.example");
    }

    @Test
    void fetchesNothingWhenBothAreOff() {
        variables.put("ZENOO_ENRICHMENT", "none");
        variables.put("JOBSITEON_ENRICHMENT", "none");

        assertThat(read().isOn()).isFalse();
        assertThat(EnrichmentConfig.OFF.isOn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SECRET_PREFIX",
                "ZENOO_ENRICHMENT",
                "ZENOO_PULL_TOKEN_AT",
                "ZENOO_API_URL",
                "JOBSITEON_ENRICHMENT",
                "JOBSITEON_ENTITY_PATH",
                "JOBSITEON_ENTITY_ID_AT",
                "JOBSITEON_API_URL"
            })
    void refusesWhateverIsMissingByName(String name) {
        variables.remove(name);

        assertThatThrownBy(this::read)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource({
        "ZENOO_ENRICHMENT, entity",
        "JOBSITEON_ENRICHMENT, result",
        "ZENOO_PULL_TOKEN_AT, data.pull_token",
        "JOBSITEON_ENTITY_PATH, contacts",
        "JOBSITEON_ENTITY_PATH, /contacts/../keys",
        "JOBSITEON_ENTITY_PATH, /contacts?all=1",
        "ZENOO_API_URL, http://zenoo.example",
        "SECRET_PREFIX, hookwarden/"
    })
    void refusesWhatIsMalformed(String name, String value) {
        variables.put(name, value);

        assertThatThrownBy(this::read)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(name)
                .hasMessageNotContaining(value + " ");
    }

    private EnrichmentConfig read() {
        return EnrichmentConfig.from(new Environment(variables));
    }
}
