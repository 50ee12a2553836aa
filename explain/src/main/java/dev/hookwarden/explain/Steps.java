package dev.hookwarden.explain;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.http.Headers;
import dev.hookwarden.json.Json;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.RefusalReason;
import dev.hookwarden.signing.StagedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts what was looked at into steps. */
final class Steps {
    private static final String REPLACEMENT = "\uFFFD";

    private final Provider provider;
    private final CapturedAttempt attempt;
    private final Expectation expected;

    Steps(Provider provider, CapturedAttempt attempt) {
        this.provider = provider;
        this.attempt = attempt;
        this.expected = Expectation.of(provider.scheme());
    }

    Step keys(List<StagedKey> verifying, List<KnownKey> known) {
        String keyId = provider.signingKey().id();
        List<KnownKey> own =
                known.stream().filter(key -> key.keyId().equals(keyId)).toList();
        String unusable = own.stream()
                .flatMap(
                        key -> key.defect(provider.scheme()).stream().map(defect -> "; " + key.words() + ": " + defect))
                .collect(Collectors.joining());
        if (verifying.isEmpty()) {
            return Step.failed(
                    Check.KEYS,
                    "no key of " + keyId + " that verifies is at hand" + unusable,
                    Mistake.KEY_MISSING.next());
        }
        String stages = verifying.stream()
                .map(key -> key.stage().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" and "));
        int others = known.size() - verifying.size();
        return Step.passed(
                Check.KEYS,
                keyId + " verifies with " + stages + (others == 0 ? "" : "; " + others + " more to compare with")
                        + unusable);
    }

    Step payload() {
        return Objection.to(attempt).map(Steps::turnedAway).orElseGet(this::admitted);
    }

    private static Step turnedAway(Objection objection) {
        return Step.failed(
                Check.PAYLOAD,
                objection.meaning() + ": turned away with " + objection.status() + " before its signature is looked at",
                objection.next());
    }

    private Step admitted() {
        Payload payload = attempt.payload();
        String text = payload.text().orElse("");
        if (text.contains(REPLACEMENT)) {
            return Step.noted(
                    Check.PAYLOAD,
                    payload.size() + " bytes, with U+FFFD among them: bytes that were no text were probably lost",
                    Mistake.PAYLOAD_RECODED.next());
        }
        return Step.passed(Check.PAYLOAD, payload.size() + " bytes" + (Json.isOneValue(text) ? ", JSON" : ", no JSON"));
    }

    /** The steps of an attempt that verifies. */
    List<Step> passed() {
        return checks().stream()
                .map(check -> Step.passed(check, passing(check)))
                .toList();
    }

    /** The steps around one that failed. */
    List<Step> around(Step failed) {
        List<Step> steps = new ArrayList<>();
        for (Check check : checks()) {
            int order = check.compareTo(failed.check());
            steps.add(order == 0 ? failed : order < 0 ? Step.passed(check, passing(check)) : Step.notReached(check));
        }
        return steps;
    }

    private List<Check> checks() {
        return expected.tolerance().isPresent()
                ? List.of(Check.HEADERS, Check.FORM, Check.TIME, Check.SIGNATURE)
                : List.of(Check.HEADERS, Check.FORM, Check.SIGNATURE);
    }

    private String passing(Check check) {
        return switch (check) {
            case HEADERS -> Words.header(attempt.headers(), expected.header());
            case FORM -> expected.form();
            case TIME ->
                "signed within " + expected.tolerance().map(Words::span).orElse("any time") + " of its receipt";
            case SIGNATURE -> "made over exactly these bytes";
            case KEYS, PAYLOAD, MISTAKES -> "";
        };
    }

    Step failed(RefusalReason reason) {
        Headers headers = attempt.headers();
        String header = expected.header();
        return switch (reason) {
            case SIGNATURE_MISSING -> failed(Check.HEADERS, header + " is missing", Mistake.HEADER_MISSING);
            case SIGNATURE_REPEATED -> failed(Check.HEADERS, "more than one " + header, Mistake.HEADER_REPEATED);
            case TIMESTAMP_MISSING -> failed(Check.HEADERS, "the signed time is missing", Mistake.HEADER_MISSING);
            case TIMESTAMP_REPEATED -> failed(Check.HEADERS, "more than one signed time", Mistake.HEADER_REPEATED);
            case ID_MISSING -> failed(Check.HEADERS, "the signed id is missing", Mistake.HEADER_MISSING);
            case ID_REPEATED -> failed(Check.HEADERS, "more than one signed id", Mistake.HEADER_REPEATED);
            case SIGNATURE_MALFORMED ->
                failed(
                        Check.FORM,
                        Words.header(headers, header) + ", where " + expected.form() + " are expected",
                        Mistake.HEADER_MALFORMED);
            case ID_MALFORMED -> failed(Check.FORM, "the signed id is malformed", Mistake.HEADER_MALFORMED);
            case TIMESTAMP_MALFORMED -> failed(Check.TIME, "the signed time is malformed", Mistake.TIME_UNIT);
            case TIMESTAMP_OUTSIDE_TOLERANCE ->
                failed(
                        Check.TIME,
                        "the signed time is too far from its receipt at " + Words.time(attempt.receivedAt()),
                        Mistake.CLOCK);
            case SIGNATURE_MISMATCH ->
                failed(Check.SIGNATURE, "not made by any of the keys over these bytes", Mistake.UNKNOWN);
        };
    }

    private static Step failed(Check check, String meaning, Mistake mistake) {
        return Step.failed(check, meaning, mistake.next());
    }

    Step mistakes(Trials.Result trials, List<Cause> causes) {
        boolean isKnown = causes.stream().noneMatch(cause -> cause.mistake() == Mistake.UNKNOWN);
        String next = causes.stream().map(Cause::next).distinct().collect(Collectors.joining(" "));
        return Step.noted(
                Check.MISTAKES,
                trials.tried() + " tried; "
                        + (isKnown
                                ? "what fits: "
                                        + causes.stream()
                                                .map(cause ->
                                                        cause.mistake().name().toLowerCase(Locale.ROOT))
                                                .collect(Collectors.joining(", "))
                                : "none fits"),
                next);
    }
}
