package dev.hookwarden.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChosenTest {
    private static final String VERIFY = VerifyBenchmark.class.getName();

    @ParameterizedTest
    @ValueSource(strings = {"VerifyBenchmark.verify", "Verify.verify", "Verify verify", "y verify$"})
    void choosesByEitherNameAndAddsTheYardstick(String name) {
        assertThat(Chosen.by(name)).containsExactly(VERIFY + ".bareHmac", VERIFY + ".verify");
    }

    @Test
    void choosesEverythingWhenNothingIsNamed() {
        assertThat(Chosen.by("")).hasSize(11);
    }

    @Test
    void refusesNamesThatThereAreNotAndSaysWhichThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chosen.by("Verfy"))
                .withMessageStartingWith("There is no benchmark Verfy, only Ingest bareHmac, ")
                .withMessageEndingWith(", Verify verify")
                .withMessageNotContaining("\n");
    }

    @Test
    void refusesWhatIsNoRegularExpressionInOneLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chosen.by("Verify("))
                .withMessage("Verify( is no regular expression: Unclosed group");
    }
}
