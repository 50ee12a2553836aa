package dev.hookwarden.explain;

import dev.hookwarden.signing.KeyStage;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Where a known key stands. */
public sealed interface KeyStanding {
    /**
     * It carries a stage's label and verifies, until its deadline if it has one.
     *
     * @param verifiesUntil as {@link dev.hookwarden.signing.StagedKey#verifiesUntil}
     */
    record Staged(KeyStage stage, Optional<Instant> verifiesUntil) implements KeyStanding {
        /** A key without a deadline. */
        public Staged(KeyStage stage) {
            this(stage, Optional.empty());
        }
    }

    /**
     * It verifies no more.
     *
     * @param since when it was replaced or retired, as far as is known
     */
    record Retired(Optional<Instant> since) implements KeyStanding {}

    /** In one or a few words. */
    default String words() {
        return switch (this) {
            case Staged staged -> staged.stage().name().toLowerCase(Locale.ROOT);
            case Retired retired ->
                "retired"
                        + retired.since().map(at -> " since " + Words.time(at)).orElse("");
        };
    }
}
