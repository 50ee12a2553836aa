package dev.hookwarden.cli.keys;

import dev.hookwarden.cli.output.Columns;
import dev.hookwarden.explain.CapturedAttempt;
import dev.hookwarden.explain.Cause;
import dev.hookwarden.explain.Check;
import dev.hookwarden.explain.Explanation;
import dev.hookwarden.explain.Objection;
import dev.hookwarden.explain.Step;
import dev.hookwarden.explain.Verdict;
import dev.hookwarden.provider.Provider;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** An explanation for people, and for programs. */
record ShownExplanation(Provider provider, CapturedAttempt attempt, Explanation explanation, List<String> unread) {
    void print(PrintWriter out) {
        Columns.print(
                out, explanation.steps().stream().map(ShownExplanation::row).toList());
        out.println();
        out.println(explanation.verdict().words());
        nexts().distinct().forEach(next -> out.println("Next: " + next));
        if (explanation.verdict() instanceof Verdict.Verifies) {
            out.println(
                    "If it was refused when it came, that key wasn't read yet: ./hookwarden keys list shows what has"
                            + " changed.");
        }
        unread.forEach(version -> out.println("Not tried, for its value can't be read: " + version));
    }

    private static List<String> row(Step step) {
        return List.of(
                step.check().label(),
                switch (step.outcome()) {
                    case PASSED -> "ok";
                    case FAILED -> "FAILED";
                    case NOTED -> "note";
                    case NOT_REACHED -> "-";
                },
                step.meaning());
    }

    private Stream<String> nexts() {
        Stream<String> ofCauses = explanation.verdict().causes().stream().map(Cause::next);
        return explanation.verdict() instanceof Verdict.TurnedAway(Objection objection, Verdict _)
                ? Stream.concat(Stream.of(objection.next()), ofCauses)
                : ofCauses;
    }

    /** Names and values of JSON's kinds. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("provider", provider.id());
        fields.put("receivedAt", attempt.receivedAt().toString());
        switch (explanation.verdict()) {
            case Verdict.Verifies verifies -> {
                fields.put("verdict", "verifies");
                fields.put("key", verifies.keyId());
                fields.put("stage", lowerCase(verifies.stage()));
                fields.put("version", verifies.versionId());
            }
            case Verdict.TurnedAway(Objection objection, Verdict _) -> {
                fields.put("verdict", "turned_away");
                fields.put("step", lowerCase(Check.PAYLOAD));
                fields.put("reason", lowerCase(objection));
            }
            case Verdict.Fails fails -> {
                fields.put("verdict", "fails");
                fields.put("step", lowerCase(fails.step().check()));
                fields.put("reason", lowerCase(fails.reason()));
            }
            case Verdict.Unverifiable unverifiable -> {
                fields.put("verdict", "unverifiable");
                fields.put("step", lowerCase(unverifiable.step().check()));
            }
        }
        fields.put("words", explanation.verdict().words());
        fields.put(
                "causes",
                explanation.verdict().causes().stream()
                        .map(ShownExplanation::fields)
                        .toList());
        fields.put(
                "steps",
                explanation.steps().stream().map(ShownExplanation::fields).toList());
        fields.put("unread", unread);
        return fields;
    }

    private static Map<String, Object> fields(Cause cause) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("mistake", lowerCase(cause.mistake()));
        fields.put("meaning", cause.meaning());
        fields.put("next", cause.next());
        return fields;
    }

    private static Map<String, Object> fields(Step step) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("check", lowerCase(step.check()));
        fields.put("outcome", lowerCase(step.outcome()));
        fields.put("meaning", step.meaning());
        fields.put("next", step.next());
        return fields;
    }

    private static String lowerCase(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
