package dev.hookwarden.simulation.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hookwarden.local.aws.AwsApi;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The quantities of invariant I1 are really met. */
class RandomTroublesTest {
    private static final int CALLS = 100_000;
    private static final Offset<Double> NEARLY = within(0.005);

    private final RandomTroubles troubles = new RandomTroubles(3, Rates.FULL);

    private static Call call(long ordinal, AwsApi api, int attempt) {
        String id = "call-" + (ordinal - attempt + 1);
        return new Call(ordinal, Instant.EPOCH, "processor", api, "Action", id, attempt);
    }

    /** The share of calls that fail at all three tries, with one of these. */
    private double failingForGood(AwsApi api, Trouble... wanted) {
        int failed = 0;
        for (int index = 0; index < CALLS; index++) {
            Trouble first = troubles.of(call(index * 3L, api, 1));
            Trouble second = troubles.of(call(index * 3L + 1, api, 2));
            Trouble third = troubles.of(call(index * 3L + 2, api, 3));
            boolean isWanted = List.of(wanted).contains(third);
            failed += isWanted && first == second && second == third ? 1 : 0;
        }
        return (double) failed / CALLS;
    }

    @Test
    void failsOneSendInTwentyForGood() {
        assertThat(failingForGood(AwsApi.SQS, Trouble.ERROR_BEFORE, Trouble.ERROR_AFTER))
                .isCloseTo(0.05, NEARLY);
    }

    @Test
    void losesTheAnswerToOneSendInFifty() {
        assertThat(failingForGood(AwsApi.SQS, Trouble.SILENCE_AFTER)).isCloseTo(0.02, NEARLY);
    }

    @Test
    void neitherTakesNorAnswersOneSendInFifty() {
        assertThat(failingForGood(AwsApi.SQS, Trouble.SILENCE_BEFORE)).isCloseTo(0.02, NEARLY);
    }

    @Test
    void throttlesOneReadOfASecretInTwenty() {
        assertThat(failingForGood(AwsApi.SECRETS_MANAGER, Trouble.THROTTLED)).isCloseTo(0.05, NEARLY);
    }

    @Test
    void killsTheProcessorAtOneCallInAHundred() {
        int deaths = 0;
        for (int ordinal = 0; ordinal < CALLS; ordinal++) {
            Trouble trouble = troubles.of(call(ordinal, AwsApi.DYNAMO_DB, 1));
            deaths += trouble == Trouble.DEATH_BEFORE || trouble == Trouble.DEATH_AFTER ? 1 : 0;
        }
        assertThat((double) deaths / CALLS).isCloseTo(0.01, NEARLY);
    }
}
