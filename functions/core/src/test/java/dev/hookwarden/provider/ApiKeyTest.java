package dev.hookwarden.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hookwarden.signing.KeyDefect;
import dev.hookwarden.signing.UnusableKeyException;
import org.junit.jupiter.api.Test;

class ApiKeyTest {
    private static final String VALUE = "live-key-9b1e44c07fd23a68";

    @Test
    void doesNotShowItself() {
        assertThat(new ApiKey(VALUE)).hasToString("ApiKey[redacted]");
    }

    @Test
    void refusesWhatWouldBreakAHeader() {
        assertThatExceptionOfType(UnusableKeyException.class)
                .isThrownBy(() -> new ApiKey(VALUE + "\r\nX-Other: 1"))
                .satisfies(refused -> assertThat(refused.defect()).isEqualTo(KeyDefect.UNPRINTABLE_CHARACTER));
    }

    @Test
    void oneKeyAloneHasNoSuccessor() {
        ApiKey key = new ApiKey(VALUE);

        assertThat(ApiKeys.only(key).current(Provider.ZENOO)).contains(key);
        assertThat(ApiKeys.only(key).afterRefused(Provider.ZENOO, key)).isEmpty();
    }
}
