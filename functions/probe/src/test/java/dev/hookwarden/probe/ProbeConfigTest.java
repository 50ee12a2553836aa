package dev.hookwarden.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hookwarden.config.ConfigurationException;
import dev.hookwarden.provider.Provider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeConfigTest {
    static final Map<String, String> VALID = Map.ofEntries(
            Map.entry("PROVIDERS", "zenoo,jobsiteon"),
            Map.entry("ZENOO_SIGNING_KEY_OVERLAP", "PT0S"),
            Map.entry("JOBSITEON_API_KEY_OVERLAP", "P7D"),
            Map.entry("JOBSITEON_SIGNATURE", "hmac-sha256-hex"),
            Map.entry("ZENOO_API_URL", "https://instance.prod.onboardapp.io"),
            Map.entry("JOBSITEON_API_URL", "https://api.jobsiteon.com/v1"),
            Map.entry("SECRET_PREFIX", "hookwarden/test"),
            Map.entry("RATE_LIMIT_TABLE", "hookwarden-test-rate-limit"),
            Map.entry("METRIC_NAMESPACE", "Hookwarden/test"));

    /** An overlap that isn't set is its constant's. */
    static final List<String> NAMES =
            VALID.keySet().stream().filter(name -> !name.endsWith("_OVERLAP")).toList();

    @Test
    void readsTheEnvironment() {
        ProbeConfig config = ProbeConfig.from(VALID);

        assertThat(config.providers()).containsExactly(Provider.ZENOO, Provider.JOBSITEON);
        assertThat(config.secretNames().prefix()).isEqualTo("hookwarden/test");
        assertThat(config.rateLimitTable()).isEqualTo("hookwarden-test-rate-limit");
        assertThat(config.metricNamespace()).isEqualTo("Hookwarden/test");
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void namesTheVariableThatIsMissing(String name) {
        Map<String, String> variables = new HashMap<>(VALID);
        variables.remove(name);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ProbeConfig.from(variables))
                .withMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZENOO_API_URL", "JOBSITEON_API_URL"})
    void sendsNothingOverPlainHttp(String name) {
        Map<String, String> variables = new HashMap<>(VALID);
        variables.put(name, "http://api.example.com");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ProbeConfig.from(variables))
                .withMessageContaining(name);
    }
}
