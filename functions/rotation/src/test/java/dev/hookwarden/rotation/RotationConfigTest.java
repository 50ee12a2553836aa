package dev.hookwarden.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.config.ConfigurationException;
import dev.hookwarden.provider.Provider;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class RotationConfigTest {
    static final Map<String, String> VALID = Map.ofEntries(
            Map.entry("PROVIDERS", "zenoo,jobsiteon"),
            Map.entry("ZENOO_SIGNING_KEY_OVERLAP", "PT0S"),
            Map.entry("JOBSITEON_API_KEY_OVERLAP", "P7D"),
            Map.entry("JOBSITEON_SIGNATURE", "hmac-sha256-hex"),
            Map.entry("ZENOO_API_URL", "https://instance.prod.onboardapp.io"),
            Map.entry("JOBSITEON_API_URL", "https://api.jobsiteon.com/v1"),
            Map.entry("SECRET_PREFIX", "hookwarden/test"),
            Map.entry("EVENT_BUS_NAME", "hookwarden-test"),
            Map.entry("IDEMPOTENCY_TABLE", "hookwarden-test-deliveries"),
            Map.entry("NOTICE_TOPIC_ARN", "arn:aws:sns:us-east-1:000000000000:hookwarden-test-notices"),
            Map.entry("WEBHOOK_BASE_URL", "https://hooks.example.com"),
            Map.entry("CANARY_PATIENCE", "PT20S"));

    /** An overlap that isn't set is its constant's. */
    static final List<String> NAMES =
            VALID.keySet().stream().filter(name -> !name.endsWith("_OVERLAP")).toList();

    @Test
    void readsTheEnvironment() {
        RotationConfig config = RotationConfig.from(VALID);

        assertThat(config.providers()).containsExactly(Provider.ZENOO, Provider.JOBSITEON);
        assertThat(config.secretNames().prefix()).isEqualTo("hookwarden/test");
        assertThat(config.eventBusName()).isEqualTo("hookwarden-test");
        assertThat(config.idempotencyTable()).isEqualTo("hookwarden-test-deliveries");
        assertThat(config.noticeTopicArn()).endsWith(":hookwarden-test-notices");
        assertThat(config.webhookBaseUrl()).isEqualTo(URI.create("https://hooks.example.com"));
        assertThat(config.canaryPatience()).isEqualTo(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void namesTheVariableThatIsMissing(String name) {
        Map<String, String> variables = new HashMap<>(VALID);
        variables.remove(name);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> RotationConfig.from(variables))
                .withMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZENOO_API_URL", "JOBSITEON_API_URL", "WEBHOOK_BASE_URL"})
    void sendsNothingOverPlainHttp(String name) {
        Map<String, String> variables = new HashMap<>(VALID);
        variables.put(name, "http://api.example.com");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> RotationConfig.from(variables))
                .withMessageContaining(name);
    }

    @Test
    void refusesToStartWhenNothingInstallsAGeneratedKey() {
        RotationWorld world = new RotationWorld();
        world.replace(ports -> Replaced.installation(ports, "another", (key, value) -> new ProviderAnswer.Accepted()));

        assertThatThrownBy(() -> world.perform(new RotationRequest("createSecret", "", "", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sample/signing-key");
    }
}
