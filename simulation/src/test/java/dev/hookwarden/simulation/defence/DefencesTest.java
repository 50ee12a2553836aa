package dev.hookwarden.simulation.defence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code simulation/defences.txt} against the code, the tests and {@code docs/proof.md}; whether the tests fail is seen by {@link TakingAway}. */
class DefencesTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("hookwarden.root"));

    static List<Defence> defences() throws IOException {
        return Defence.in(CHECKOUT.resolve("simulation/defences.txt"));
    }

    @ParameterizedTest
    @MethodSource("defences")
    void canBeTakenAway(Defence defence) throws IOException {
        String source = Files.readString(CHECKOUT.resolve(defence.file()));

        assertThat(defence.takenFrom(source)).isNotEqualTo(source);
    }

    @Test
    void theTableShowsThemAll() throws IOException {
        try (Stream<String> lines = Files.lines(CHECKOUT.resolve("docs/proof.md"))) {
            assertThat(lines).containsAll(defences().stream().map(Defence::row).toList());
        }
    }

    @Test
    void isTakenWhereverItsLinesBreak() {
        assertThat(taking("if (a) { return b; }").takenFrom("x\nif (a) {\n    return b;\n}\ny"))
                .isEqualTo("x\nnothing\ny");
    }

    @Test
    void breaksWhenADefenceStandsElsewhereOrTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> taking("gone").takenFrom("a b"));
        assertThatIllegalArgumentException().isThrownBy(() -> taking("a").takenFrom("a a"));
    }

    private static Defence taking(String was) {
        return new Defence("title", Path.of("X.java"), was, "nothing", "XTest#x");
    }
}
