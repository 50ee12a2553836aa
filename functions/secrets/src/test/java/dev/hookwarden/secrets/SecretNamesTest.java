package dev.hookwarden.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hookwarden.provider.Provider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {
    private final SecretNames names = new SecretNames("hookwarden/local");

    @Test
    void namesTheSecretByProviderAndKey() {
        assertThat(names.secret(Provider.ZENOO.signingKey())).isEqualTo("hookwarden/local/zenoo/signing-key");
    }

    @Test
    void namesTheInboxBelowItsSecret() {
        assertThat(names.inbox(Provider.JOBSITEON.apiKey())).isEqualTo("hookwarden/local/jobsiteon/api-key/inbox");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "/hookwarden", "hookwarden/", "hook//warden", "hook warden", "hookwarden\n", "hook*"})
    void refusesPrefixThatSecretsManagerWouldNotTake(String prefix) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretNames(prefix));
    }
}
