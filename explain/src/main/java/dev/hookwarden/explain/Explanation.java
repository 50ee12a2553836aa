package dev.hookwarden.explain;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.RefusalReason;
import dev.hookwarden.signing.Verification.Refused;
import dev.hookwarden.signing.Verification.Verified;
import java.util.ArrayList;
import java.util.List;

/**
 * Why an attempt is accepted or isn't.
 *
 * @param steps in the order in which they were taken
 */
public record Explanation(List<Step> steps, Verdict verdict) {
    public Explanation {
        steps = List.copyOf(steps);
    }

    /**
     * Explains an attempt that came to this provider's address. The verdict is the product's; only the causes are guessed.
     *
     * @param keys every key at hand, those that don't verify and those of other providers too: the more, the more it can recognise
     */
    public static Explanation of(Provider provider, CapturedAttempt attempt, List<KnownKey> keys) {
        Explanation ofSignature = ofSignature(provider, attempt, keys);
        return Objection.to(attempt)
                .map(objection ->
                        new Explanation(ofSignature.steps(), new Verdict.TurnedAway(objection, ofSignature.verdict())))
                .orElse(ofSignature);
    }

    private static Explanation ofSignature(Provider provider, CapturedAttempt attempt, List<KnownKey> keys) {
        Verifying verifying = new Verifying(provider, keys, attempt.receivedAt());
        Steps steps = new Steps(provider, attempt);
        List<Step> first = List.of(steps.keys(verifying.keys(), keys), steps.payload());
        if (verifying.keys().isEmpty()) {
            return unverifiable(provider, attempt, keys, first);
        }
        return switch (verifying.verify(attempt)) {
            case Verified verified ->
                new Explanation(
                        joined(first, steps.passed()),
                        new Verdict.Verifies(provider.signingKey().id(), verified.stage(), verified.keyVersion()));
            case Refused(RefusalReason reason) -> refused(provider, attempt, keys, first, reason);
        };
    }

    private static Explanation refused(
            Provider provider, CapturedAttempt attempt, List<KnownKey> keys, List<Step> first, RefusalReason reason) {
        Steps steps = new Steps(provider, attempt);
        Trials.Result trials = Trials.run(provider, attempt, keys);
        List<Cause> causes = new Diagnosis(provider, attempt, keys).causes(reason, trials.causes());
        Step failed = steps.failed(reason);
        return new Explanation(
                joined(joined(first, steps.around(failed)), List.of(steps.mistakes(trials, causes))),
                new Verdict.Fails(failed, reason, causes));
    }

    private static Explanation unverifiable(
            Provider provider, CapturedAttempt attempt, List<KnownKey> keys, List<Step> first) {
        Trials.Result trials = Trials.run(provider, attempt, keys);
        List<Cause> causes = trials.causes()
                .filter(found -> !found.isEmpty())
                .orElseGet(() -> List.of(Mistake.KEY_MISSING.because("nothing can be verified without a usable key")));
        Step mistakes = new Steps(provider, attempt).mistakes(trials, causes);
        return new Explanation(joined(first, List.of(mistakes)), new Verdict.Unverifiable(first.getFirst(), causes));
    }

    private static List<Step> joined(List<Step> some, List<Step> more) {
        List<Step> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
