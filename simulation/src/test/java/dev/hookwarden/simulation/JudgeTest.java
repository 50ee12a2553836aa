package dev.hookwarden.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.simulation.judge.Invariant;
import dev.hookwarden.simulation.judge.Violation;
import org.junit.jupiter.api.Test;

/** The judge can fail: each defence that is taken away breaks the invariant that it is for. */
class JudgeTest {
    private static final long SEED = 7;

    private static Result faulty(Parts parts) {
        return Runs.of(Scenario.faulty(SEED, 200).withDeliveriesPerRotation(50), parts);
    }

    private static Result rotating(Parts parts) {
        return Runs.of(Scenario.rotating(SEED, 4), parts);
    }

    private static void assertBroken(Result result, Invariant invariant) {
        assertThat(result.violations()).extracting(Violation::invariant).contains(invariant);
    }

    @Test
    void seesDeliveriesLostByAProcessorThatAcknowledgesBeforeTheSink() {
        assertBroken(faulty(Sabotage.acknowledgesBeforeTheSink()), Invariant.I1);
    }

    @Test
    void seesDeliveriesLostByAnIngestThatAnswersBeforeQueueing() {
        assertBroken(faulty(Sabotage.answersBeforeQueueing()), Invariant.I1);
    }

    @Test
    void seesDeliveriesPublishedForTwoAttemptsWhenNobodyRemembersThem() {
        assertBroken(faulty(Sabotage.dropsNoRepeats()), Invariant.I2);
    }

    @Test
    void seesDeliveriesThatShareAnId() {
        assertThat(faulty(Sabotage.publishesUnderOneId("the same")).violations())
                .extracting(Violation::what)
                .anyMatch(what -> what.contains("was published under the id of"));
    }

    @Test
    void seesDeliveriesWithoutAnId() {
        assertThat(faulty(Sabotage.publishesUnderOneId("")).violations())
                .extracting(Violation::what)
                .anyMatch(what -> what.endsWith("was published without an id"));
    }

    @Test
    void seesANumberThatWasReadAndWrittenAgain() {
        assertBroken(faulty(Sabotage.roundsNumbers()), Invariant.I3);
    }

    @Test
    void seesForgeriesAndOtherProvidersKeysThatGetIn() {
        Result result = faulty(Sabotage.acceptsEverySignature());
        assertBroken(result, Invariant.I3);
        assertBroken(result, Invariant.I12);
    }

    @Test
    void seesRefusalsWhenThePreviousKeyIsForgotten() {
        assertBroken(rotating(Sabotage.forgetsThePreviousKey()), Invariant.I4);
    }

    @Test
    void seesRotationsWithoutEndAndRefusalsForGoodWhenOnlyTheCurrentKeyVerifies() {
        Result result = rotating(Sabotage.verifiesTheCurrentKeyOnly());
        assertBroken(result, Invariant.I7);
        assertBroken(result, Invariant.I4);
    }

    @Test
    void seesAPreviousKeyThatVerifiesForEver() {
        assertBroken(rotating(Sabotage.acceptsThePreviousKeyForEver()), Invariant.I13);
    }

    @Test
    void seesASignatureInAnAnswer() {
        assertBroken(rotating(Sabotage.showsTheSignature()), Invariant.I5);
    }

    @Test
    void seesASignatureInAHeaderOfAnAnswer() {
        assertBroken(rotating(Sabotage.showsTheSignatureInAHeader()), Invariant.I5);
    }

    @Test
    void seesAKeyInAnAnswer() {
        assertBroken(rotating(Sabotage.showsTheKey()), Invariant.I5);
    }

    @Test
    void seesAKeyThatBecomesCurrentUntested() {
        assertBroken(rotating(Sabotage.rotatesWithoutATest()), Invariant.I7);
    }

    @Test
    void seesAKeyThatIsLabelledAsTestedAndWasNot() {
        assertBroken(rotating(Sabotage.labelsWithoutATest()), Invariant.I7);
    }

    @Test
    void seesAnExceptionAtMalformedInput() {
        assertBroken(rotating(Sabotage.throwsAtRefusals()), Invariant.I8);
    }

    @Test
    void seesAProcessorThatThrowsAndWhatItSaysThen() {
        Result result = faulty(Sabotage.throwsInTheProcessor());
        assertBroken(result, Invariant.I8);
        assertBroken(result, Invariant.I5);
    }
}
