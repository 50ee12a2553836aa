package dev.hookwarden.explain;

import dev.hookwarden.signing.KeyStage;
import dev.hookwarden.signing.RefusalReason;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What comes of an attempt. */
public sealed interface Verdict {
    /** The signature is right. */
    record Verifies(String keyId, KeyStage stage, String versionId) implements Verdict {
        @Override
        public List<Cause> causes() {
            return List.of();
        }
    }

    /**
     * Its signature isn't even looked at.
     *
     * @param otherwise what would come of it without that
     */
    record TurnedAway(Objection objection, Verdict otherwise) implements Verdict {
        @Override
        public List<Cause> causes() {
            return otherwise.causes();
        }
    }

    /**
     * It is refused.
     *
     * @param step the one that failed
     * @param causes what together explains it, the likeliest first; at least one, and {@link Mistake#UNKNOWN} when nothing does
     */
    record Fails(Step step, RefusalReason reason, List<Cause> causes) implements Verdict {
        public Fails {
            causes = List.copyOf(causes);
        }
    }

    /** No key at hand verifies the provider's deliveries, so each is answered 503. */
    record Unverifiable(Step step, List<Cause> causes) implements Verdict {
        public Unverifiable {
            causes = List.copyOf(causes);
        }
    }

    /** What explains that its signature isn't right; empty when it is. */
    List<Cause> causes();

    /** In a sentence or two, without what to do next. */
    default String words() {
        return switch (this) {
            case Verifies verifies ->
                "It verifies with " + verifies.keyId() + ", " + lowerCase(verifies.stage()) + ", version "
                        + verifies.versionId() + ".";
            case TurnedAway(Objection objection, Verdict otherwise) ->
                "It is turned away with " + objection.status() + " before its signature is looked at: its body "
                        + objection.meaning() + ". But for that, it"
                        + otherwise.words().substring("It".length());
            case Fails fails -> "It is refused: " + lowerCase(fails.reason()) + ". " + sentence(fails.causes());
            case Unverifiable unverifiable ->
                "It can't be verified, and is answered 503: "
                        + unverifiable.step().meaning() + ". " + sentence(unverifiable.causes());
        };
    }

    private static String sentence(List<Cause> causes) {
        return causes.stream()
                .map(Cause::meaning)
                .map(meaning -> meaning.substring(0, 1).toUpperCase(Locale.ROOT) + meaning.substring(1) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String lowerCase(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
