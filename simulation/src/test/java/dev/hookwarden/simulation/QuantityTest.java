package dev.hookwarden.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    private static final String PROPERTY = "hookwarden.sheep";

    @AfterEach
    void clear() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void isTheUsualOneWhereNoneIsChosen() {
        assertThat(Quantity.of(PROPERTY, 7)).isEqualTo(7);
    }

    @Test
    void isTheChosenOne() {
        System.setProperty(PROPERTY, "12");

        assertThat(Quantity.of(PROPERTY, 7)).isEqualTo(12);
    }

    /** A table of nothing would look like a proof. */
    @ParameterizedTest
    @ValueSource(strings = {"lots", "", "0", "-5", "1e6", "99999999999"})
    void refusesWhatIsNoQuantity(String chosen) {
        System.setProperty(PROPERTY, chosen);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of(PROPERTY, 7))
                .withMessageStartingWith(PROPERTY + " must be ");
    }
}
