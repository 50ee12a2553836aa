package dev.hookwarden.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hookwarden.config.ConfigurationException;
import dev.hookwarden.provider.Provider;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngestConfigTest {
    static final Map<String, String> VALID = Map.of(
            "DELIVERY_QUEUE_URL", "https://sqs.eu-central-1.amazonaws.com/000000000000/hookwarden-test-deliveries",
            "SECRET_PREFIX", "hookwarden/test",
            "PROVIDERS", "zenoo,jobsiteon",
            "ZENOO_SIGNING_KEY_OVERLAP", "PT0S",
            "JOBSITEON_API_KEY_OVERLAP", "P7D",
            "JOBSITEON_SIGNATURE", "hmac-sha256-hex",
            "KEYRING_MAX_AGE", "PT5M",
            "KEYRING_STALE_IF_ERROR", "PT1H",
            "KEYRING_REFRESH_INTERVAL", "PT30S");

    @Test
    void readsTheEnvironment() {
        IngestConfig config = IngestConfig.from(VALID);

        assertThat(config.queueUrl())
                .isEqualTo(
                        URI.create("https://sqs.eu-central-1.amazonaws.com/000000000000/hookwarden-test-deliveries"));
        assertThat(config.providers()).containsExactly(Provider.ZENOO, Provider.JOBSITEON);
        assertThat(config.keyring().maxAge()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.keyring().staleIfError()).isEqualTo(Duration.ofHours(1));
        assertThat(config.keyring().refreshInterval()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELIVERY_QUEUE_URL",
                "SECRET_PREFIX",
                "PROVIDERS",
                "KEYRING_MAX_AGE",
                "KEYRING_STALE_IF_ERROR",
                "KEYRING_REFRESH_INTERVAL"
            })
    void namesTheVariableThatIsMissing(String name) {
        Map<String, String> variables = new HashMap<>(VALID);
        variables.remove(name);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> IngestConfig.from(variables))
                .withMessageContaining(name);
    }

    @Test
    void namesTheVariableThatCannotBe() {
        Map<String, String> variables = new HashMap<>(VALID);
        variables.put("SECRET_PREFIX", "hookwarden/test/");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> IngestConfig.from(variables))
                .withMessageContaining("SECRET_PREFIX");
    }

    @Test
    void namesTheVariableThatContradictsAnother() {
        Map<String, String> variables = new HashMap<>(VALID);
        variables.put("KEYRING_STALE_IF_ERROR", "PT1M");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> IngestConfig.from(variables))
                .withMessageContaining("KEYRING_STALE_IF_ERROR");
    }
}
