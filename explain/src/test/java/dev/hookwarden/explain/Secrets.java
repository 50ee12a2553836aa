package dev.hookwarden.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What no text may hold. */
final class Secrets {
    /** As many characters of a signature as would begin to give it away. */
    private static final int TELLING = 16;

    private Secrets() {}

    static void assertNoneIn(Scenario scenario, Explanation explanation) {
        String said = Stream.of(
                        explanation,
                        explanation.verdict().words(),
                        explanation.steps().stream().map(Step::next).toList(),
                        scenario.attempt(),
                        scenario.keys())
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        assertThat(said).doesNotContain(Scenario.CANARY, "evt_1", "\u001b");
        scenario.headers().values().forEach(value -> {
            for (int start = 0; start + TELLING <= value.length(); start += TELLING / 2) {
                assertThat(said).doesNotContain(value.substring(start, start + TELLING));
            }
        });
    }
}
