package dev.hookwarden.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hookwarden.provider.Pins;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.RateLimit;
import dev.hookwarden.signing.BodyHmac;
import dev.hookwarden.signing.MacAlgorithm;
import dev.hookwarden.signing.SignatureEncoding;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredProvidersTest {
    private static final String PIN = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    private static final String OTHER_PIN = "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=";

    private final Map<String, String> variables = new HashMap<>(Map.of(
            "PROVIDERS", "zenoo,jobsiteon",
            "ZENOO_SIGNING_KEY_OVERLAP", "PT0S",
            "JOBSITEON_API_KEY_OVERLAP", "P7D",
            "JOBSITEON_SIGNATURE", "hmac-sha256-hex"));

    @Test
    void servesTheProvidersThatAreListed() {
        assertThat(configured()).containsExactly(Provider.ZENOO, Provider.JOBSITEON);
    }

    @Test
    void takesTheOverlapFromTheEnvironment() {
        variables.put("ZENOO_SIGNING_KEY_OVERLAP", "PT2H");

        assertThat(configured().getFirst().signingKey().overlap()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void takesTheFormOfAnAssumedSignatureFromTheEnvironment() {
        variables.put("JOBSITEON_SIGNATURE", "hmac-sha256-base64");

        assertThat(configured().getLast().scheme())
                .isEqualTo(new BodyHmac("X-Signature", MacAlgorithm.HMAC_SHA256, SignatureEncoding.BASE64, ""));
    }

    @Test
    void takesTheAddressesOfTheirApisFromTheEnvironment() {
        variables.put("ZENOO_API_URL", "https://instance.staging.onboardapp.io");
        variables.put("JOBSITEON_API_URL", "https://api.jobsiteon.com/v1");

        assertThat(ConfiguredProviders.callableFrom(new Environment(variables)))
                .containsExactly(
                        Provider.ZENOO.withApi(
                                Provider.ZENOO.api().at(URI.create("https://instance.staging.onboardapp.io"))),
                        Provider.JOBSITEON);
    }

    @Test
    void takesThePinsOfTheirApisFromTheEnvironment() {
        setAddresses();
        variables.put("ZENOO_API_PINS", PIN + ", sha256/" + OTHER_PIN);
        variables.put("JOBSITEON_API_PINS", "");

        assertThat(callable())
                .extracting(provider -> provider.api().pins())
                .containsExactly(new Pins(Set.of(PIN, OTHER_PIN)), Pins.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {PIN, PIN + "," + PIN, "secret," + PIN, PIN + ",,"})
    void namesThePinsThatCannotBe(String pins) {
        setAddresses();
        variables.put("ZENOO_API_PINS", pins);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::callable)
                .withMessageContaining("ZENOO_API_PINS")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(PIN, "secret"));
    }

    @Test
    void takesOneLimitOverEveryCallFromTheEnvironment() {
        setAddresses();
        variables.put("ZENOO_API_CALLS_PER_MINUTE", "50");
        variables.put("JOBSITEON_API_CALLS_PER_MINUTE", "0");

        assertThat(callable())
                .extracting(provider -> provider.api().limits())
                .containsExactly(
                        List.of(RateLimit.perMinute(RateLimit.EVERY_CALL, 50)),
                        Provider.JOBSITEON.api().limits());
    }

    @Test
    void namesTheLimitThatIsNone() {
        setAddresses();
        variables.put("ZENOO_API_CALLS_PER_MINUTE", "fifty");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::callable)
                .withMessageContaining("ZENOO_API_CALLS_PER_MINUTE");
    }

    private void setAddresses() {
        variables.put("ZENOO_API_URL", "https://instance.staging.onboardapp.io");
        variables.put("JOBSITEON_API_URL", "https://api.jobsiteon.com/v1");
    }

    private List<Provider> callable() {
        return ConfiguredProviders.callableFrom(new Environment(variables));
    }

    @Test
    void namesTheAddressThatIsMissing() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ConfiguredProviders.callableFrom(new Environment(variables)))
                .withMessageContaining("ZENOO_API_URL");
    }

    @Test
    void needsNothingOfProvidersThatAreNotListed() {
        assertThat(ConfiguredProviders.from(
                        new Environment(Map.of("PROVIDERS", "zenoo", "ZENOO_SIGNING_KEY_OVERLAP", "PT0S"))))
                .containsExactly(Provider.ZENOO);
    }

    @Test
    void needsNothingButItsNameOfAProviderThatLeavesNothingOpen() {
        Environment environment = new Environment(Map.of("PROVIDERS", "github,stripe,standard-webhooks"));

        assertThat(ConfiguredProviders.callableFrom(environment))
                .containsExactly(Provider.GITHUB, Provider.STRIPE, Provider.STANDARD_WEBHOOKS);
    }

    @Test
    void takesTheOverlapFromTheConstantUnlessItIsSet() {
        variables.put("ZENOO_SIGNING_KEY_OVERLAP", " ");
        variables.remove("JOBSITEON_API_KEY_OVERLAP");

        assertThat(configured()).containsExactly(Provider.ZENOO, Provider.JOBSITEON);
    }

    @Test
    void namesTheOverlapThatIsNone() {
        variables.put("ZENOO_SIGNING_KEY_OVERLAP", "2 hours");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::configured)
                .withMessageContaining("ZENOO_SIGNING_KEY_OVERLAP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROVIDERS", "JOBSITEON_SIGNATURE"})
    void namesTheVariableThatIsMissing(String name) {
        variables.remove(name);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::configured)
                .withMessageContaining(name);
    }

    @Test
    void namesTheFormsThatThereAre() {
        variables.put("JOBSITEON_SIGNATURE", "md5");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::configured)
                .withMessageContaining("JOBSITEON_SIGNATURE")
                .withMessageContaining("hmac-sha256-hex, hmac-sha256-hex-prefixed, hmac-sha256-base64");
    }

    @Test
    void namesTheProvidersThatThereAre() {
        variables.put("PROVIDERS", "acme");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(this::configured)
                .withMessageContaining("zenoo, jobsiteon");
    }

    private List<Provider> configured() {
        return ConfiguredProviders.from(new Environment(variables));
    }
}
