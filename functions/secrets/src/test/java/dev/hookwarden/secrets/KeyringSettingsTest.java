package dev.hookwarden.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeyringSettingsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void hasTheDesignsDefaults() {
        assertThat(KeyringSettings.DEFAULT)
                .isEqualTo(new KeyringSettings(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofSeconds(30)));
    }

    @Test
    void refusesAgeOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyringSettings(Duration.ZERO, MINUTE, MINUTE));
    }

    @Test
    void refusesIntervalOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyringSettings(MINUTE, MINUTE, Duration.ZERO));
    }

    @Test
    void refusesToServeShorterThanItKeeps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyringSettings(MINUTE, MINUTE.minusMillis(1), MINUTE));
    }

    @Test
    void mayServeJustAsLongAsItKeeps() {
        assertThat(new KeyringSettings(MINUTE, MINUTE, MINUTE).staleIfError()).isEqualTo(MINUTE);
    }
}
