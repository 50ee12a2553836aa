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
    static final Map<String, String> VALID = Map.ofEntries(
            Map.entry(
                    "DELIVERY_QUEUE_URL",
                    "https://sqs.eu-central-1.amazonaws.com/000000000000/hookwarden-test-deliveries"),
            Map.entry("SECRET_PREFIX", "hookwarden/test"),
            Map.entry("PROVIDERS", "zenoo,jobsiteon"),
            Map.entry("ZENOO_SIGNING_KEY_OVERLAP", "PT0S"),
            Map.entry("JOBSITEON_API_KEY_OVERLAP", "P7D"),
            Map.entry("JOBSITEON_SIGNATURE", "hmac-sha256-hex"),
            Map.entry("KEYRING_MAX_AGE", "PT5M"),
            Map.entry("KEYRING_STALE_IF_ERROR", "PT1H"),
            Map.entry("KEYRING_REFRESH_INTERVAL", "PT30S"),
            Map.entry("PAYLOAD_BUCKET", "hookwarden-test-payloads"),
            Map.entry("PAYLOAD_LIMIT", "4669440"));

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
        assertThat(config.payloadBucket()).isEqualTo("hookwarden-test-payloads");
        assertThat(config.payloadLimit()).isEqualTo(IngestConfig.LARGEST_PAYLOAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELIVERY_QUEUE_URL",
                "SECRET_PREFIX",
                "PROVIDERS",
                "KEYRING_MAX_AGE",
                "KEYRING_STALE_IF_ERROR",
                "KEYRING_REFRESH_INTERVAL",
                "PAYLOAD_BUCKET",
                "PAYLOAD_LIMIT"
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

    @Test
    void refusesALimitThatLambdaDoesNotLetThrough() {
        Map<String, String> variables = new HashMap<>(VALID);
        variables.put("PAYLOAD_LIMIT", Integer.toString(IngestConfig.LARGEST_PAYLOAD + 1));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> IngestConfig.from(variables))
                .withMessageContaining("PAYLOAD_LIMIT");
    }

    /** 4,669,440: see the constant for what the rest is for. */
    @Test
    void theLargestPayloadLeavesRoomForWhatStandsBesideIt() {
        int inBase64 = (IngestConfig.LARGEST_PAYLOAD + 2) / 3 * 4;

        assertThat(6_291_456 - inBase64).isEqualTo(2 * 10_240 + 3 * 10_240 + 14 * 1024);
    }
}
