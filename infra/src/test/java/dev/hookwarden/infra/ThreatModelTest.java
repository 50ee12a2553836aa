package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/threat-model.md} against the tests that it names. */
class ThreatModelTest {
    private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+Test)#(\\w+)`");
    private static final List<String> WITH_TESTS = List.of("cli", "functions", "infra/src", "local");

    @Test
    void everyTestThatItNamesIsThere() throws IOException {
        assertThat(missing(threatModel())).isEmpty();
    }

    @Test
    void breaksWhenATestIsGone() {
        assertThat(missing("`ThreatModelTest#breaksWhenATestIsGone` `ThreatModelTest#isGone` `GoneTest#isGone`"))
                .containsExactly("ThreatModelTest#isGone", "GoneTest#isGone");
    }

    @Test
    void everyAttackHasItsTest() throws IOException {
        assertThat(threatModel().lines().filter(line -> line.startsWith("| ")).skip(1))
                .filteredOn(row -> !row.startsWith("| **"))
                .hasSizeGreaterThan(30)
                .allMatch(row -> NAMED_TEST.matcher(row).find());
    }

    private static String threatModel() throws IOException {
        return Files.readString(Templates.CHECKOUT.resolve("docs/threat-model.md"));
    }

    private static List<String> missing(String text) {
        List<Path> tests = WITH_TESTS.stream().flatMap(ThreatModelTest::tests).toList();
        return NAMED_TEST
                .matcher(text)
                .results()
                .filter(named -> tests.stream()
                        .filter(file -> file.endsWith(named.group(1) + ".java"))
                        .map(ThreatModelTest::read)
                        .noneMatch(source -> source.contains("void " + named.group(2) + "(")))
                .map((MatchResult named) -> named.group(1) + "#" + named.group(2))
                .toList();
    }

    private static Stream<Path> tests(String folder) {
        try (Stream<Path> files = Files.walk(Templates.CHECKOUT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith("Test.java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
