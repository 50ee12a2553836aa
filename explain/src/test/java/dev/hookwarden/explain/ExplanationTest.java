package dev.hookwarden.explain;

import static dev.hookwarden.explain.Scenario.AT;
import static dev.hookwarden.explain.Scenario.KEY;
import static dev.hookwarden.explain.Scenario.PAYLOAD;
import static dev.hookwarden.explain.Scenario.PENDING;
import static dev.hookwarden.explain.Scenario.RETIRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.KeyStage;
import dev.hookwarden.signing.RefusalReason;
import dev.hookwarden.signing.TimestampedHmac;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ExplanationTest {
    private static Scenario valid() {
        return Scenario.valid();
    }

    private static List<Step.Outcome> outcomes(Explanation explanation) {
        return explanation.steps().stream().map(Step::outcome).toList();
    }

    private static List<Mistake> mistakes(Explanation explanation) {
        return explanation.verdict().causes().stream().map(Cause::mistake).toList();
    }

    @Test
    void namesTheKeyThatVerifies() {
        assertThat(valid().explained().verdict())
                .isEqualTo(new Verdict.Verifies("zenoo/signing-key", KeyStage.CURRENT, "v-current"));
        assertThat(valid().signedWith(PENDING).explained().verdict())
                .isEqualTo(new Verdict.Verifies("zenoo/signing-key", KeyStage.PENDING, "v-pending"));
        assertThat(outcomes(valid().explained())).containsOnly(Step.Outcome.PASSED);
    }

    @Test
    void stopsAtTheStepThatFailed() {
        Explanation explanation = valid().withSignature("nonsense").explained();

        assertThat(explanation.steps())
                .extracting(Step::check)
                .containsExactly(Check.KEYS, Check.PAYLOAD, Check.HEADERS, Check.FORM, Check.SIGNATURE, Check.MISTAKES);
        assertThat(outcomes(explanation))
                .containsExactly(
                        Step.Outcome.PASSED,
                        Step.Outcome.PASSED,
                        Step.Outcome.PASSED,
                        Step.Outcome.FAILED,
                        Step.Outcome.NOT_REACHED,
                        Step.Outcome.NOTED);
    }

    @Test
    void looksAtTheTimeWhereOneIsSigned() {
        Scenario timed = Scenario.of(new TimestampedHmac("Stripe-Signature", Duration.ofMinutes(5)));

        assertThat(timed.explained().steps()).extracting(Step::check).contains(Check.TIME);
        assertThat(timed.explained().verdict()).isInstanceOf(Verdict.Verifies.class);
    }

    @Test
    void saysWhenNothingFits() {
        Explanation explanation =
                valid().received(PAYLOAD.replace("10.0", "99.0")).explained();

        assertThat(mistakes(explanation)).containsExactly(Mistake.UNKNOWN);
        assertThat(explanation.verdict()).extracting("reason").isEqualTo(RefusalReason.SIGNATURE_MISMATCH);
        assertThat(explanation.steps().getLast().meaning()).endsWith("none fits");
    }

    @Test
    void recognisesTwoMistakesAtATime() {
        assertThat(mistakes(valid().signedWith(RETIRED).received(PAYLOAD + "\n").explained()))
                .containsExactly(Mistake.KEY_RETIRED, Mistake.PAYLOAD_LINE_ENDS);
    }

    @Test
    void recognisesOneMistakeInALargePayload() {
        String large = "{\"text\":\"" + "a".repeat(1_000_000) + "\"}";

        assertThat(mistakes(valid().signedOver(large)
                        .received(large.replace(":", ": "))
                        .explained()))
                .containsExactly(Mistake.PAYLOAD_RESERIALISED);
        assertThat(mistakes(valid().signedOver(large).received(large + "b").explained()))
                .containsExactly(Mistake.UNKNOWN);
    }

    @Test
    void saysOfAnOldAttemptThatItsSignatureFitsNoKeyEither() {
        Scenario stale = Scenario.of(new TimestampedHmac("Stripe-Signature", Duration.ofMinutes(5)))
                .receivedAt(AT.plusSeconds(3600));

        assertThat(mistakes(stale.explained())).containsExactly(Mistake.CLOCK);
        assertThat(mistakes(stale.received("other").explained())).containsExactly(Mistake.CLOCK, Mistake.UNKNOWN);
    }

    @Test
    void knowsAKeyWhoseOverlapHasEnded() {
        KeyStanding over = new KeyStanding.Staged(KeyStage.PREVIOUS, Optional.of(AT.minus(Duration.ofMinutes(90))));
        Scenario previous = valid().signedWith(RETIRED)
                .knowing(
                        new KnownKey("zenoo/signing-key", "v2", new KeyStanding.Staged(KeyStage.CURRENT), KEY),
                        new KnownKey("zenoo/signing-key", "v1", over, RETIRED));

        assertThat(mistakes(previous.explained())).containsExactly(Mistake.KEY_RETIRED);
        assertThat(previous.explained().verdict().words()).contains("1 h 30 min before the attempt came");
        assertThat(previous.receivedAt(AT.minus(Duration.ofHours(2)))
                        .explained()
                        .verdict())
                .isEqualTo(new Verdict.Verifies("zenoo/signing-key", KeyStage.PREVIOUS, "v1"));
    }

    @Test
    void saysThatThereIsNoKeyToVerifyWith() {
        assertThat(mistakes(valid().knowing().explained())).containsExactly(Mistake.KEY_MISSING);
        assertThat(valid().knowing().explained().verdict()).isInstanceOf(Verdict.Unverifiable.class);
    }

    @Test
    void saysThatTheStoredKeyCannotBeUsed() {
        Scenario stored = valid().knowing(
                        new KnownKey("zenoo/signing-key", "v1", new KeyStanding.Staged(KeyStage.CURRENT), KEY + "\n"));

        assertThat(mistakes(stored.explained())).contains(Mistake.KEY_UNUSABLE);
        assertThat(stored.explained().verdict().words()).contains("answered 503", "begins or ends with a blank");
    }

    static Stream<Arguments> turnedAway() {
        return Stream.of(
                arguments(Objection.PAYLOAD_EMPTY, valid().received("").signedWith(KEY)),
                arguments(Objection.CONTENT_ENCODING_UNSUPPORTED, valid().with("content-encoding", "gzip")),
                arguments(
                        Objection.CONTENT_ENCODING_UNSUPPORTED,
                        valid().received("").signedWith(KEY).with("Content-Encoding", "gzip")),
                arguments(
                        Objection.PAYLOAD_TOO_LARGE,
                        valid().received(new byte[Objection.LARGEST_PAYLOAD + 1])
                                .signedWith(KEY)));
    }

    @ParameterizedTest
    @MethodSource("turnedAway")
    void saysOfAGoodSignatureThatNobodyLooksAtIt(Objection objection, Scenario scenario) {
        Explanation explanation = scenario.explained();

        assertThat(explanation.verdict())
                .isEqualTo(new Verdict.TurnedAway(
                        objection, new Verdict.Verifies("zenoo/signing-key", KeyStage.CURRENT, "v-current")));
        assertThat(explanation.verdict().words())
                .startsWith("It is turned away with " + objection.status()
                        + " before its signature is looked at: its body ")
                .endsWith(". But for that, it verifies with zenoo/signing-key, current, version v-current.");
        assertThat(explanation.steps())
                .filteredOn(step -> step.outcome() == Step.Outcome.FAILED)
                .singleElement()
                .satisfies(step -> assertThat(step.meaning()).contains(String.valueOf(objection.status())));
    }

    @Test
    void saysSoOfABadSignature() {
        assertThat(valid().received("").explained().verdict().words())
                .startsWith("It is turned away with 400 ")
                .contains(". But for that, it is refused: signature_mismatch. ");
        assertThat(valid().received("").knowing().explained().verdict().words())
                .contains(". But for that, it can't be verified");
    }

    @Test
    void takesTheLargestPayloadAndAnEncodingThatIsNone() {
        assertThat(valid().received(new byte[Objection.LARGEST_PAYLOAD])
                        .signedWith(KEY)
                        .with("Content-Encoding", " Identity ")
                        .explained()
                        .verdict())
                .isInstanceOf(Verdict.Verifies.class);
    }

    @Test
    void notesBytesThatWereProbablyLost() {
        assertThat(valid().received("caf\uFFFD").explained().steps())
                .anySatisfy(step -> assertThat(step.meaning()).contains("U+FFFD"));
    }

    @Test
    void recognisesAnotherProvidersFormWhoseKeyVerifiesNothing() {
        assertThat(mistakes(valid().signedWith(RETIRED).at(Provider.JOBSITEON).explained()))
                .containsExactly(Mistake.WRONG_ROUTE);
        assertThat(mistakes(valid().without("X-Zenoo-Signature")
                        .with("X-Signature", "00".repeat(32))
                        .explained()))
                .containsExactly(Mistake.WRONG_ROUTE);
    }
}
