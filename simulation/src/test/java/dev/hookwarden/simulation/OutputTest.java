package dev.hookwarden.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.lambda.ProxyRequest;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.simulation.canary.Canaries;
import dev.hookwarden.simulation.judge.Invariant;
import dev.hookwarden.simulation.judge.Judge;
import dev.hookwarden.simulation.judge.KeyBook;
import dev.hookwarden.simulation.judge.Violation;
import dev.hookwarden.simulation.provider.Payloads;
import dev.hookwarden.simulation.provider.ProviderSide;
import dev.hookwarden.simulation.provider.RetrySchedule;
import dev.hookwarden.simulation.provider.Sent;
import dev.hookwarden.simulation.provider.SignatureForm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the judge is told of directly, where no whole run is needed. */
class OutputTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final ProviderSide zenoo =
            new ProviderSide(Provider.ZENOO, SignatureForm.ZENOO, false, ProviderSide.newKey("zenoo", new Random(1)));
    private final String key = zenoo.signingKey(NOW, new Random(1));
    private final KeyBook keys = new KeyBook();
    private final Judge judge = new Judge(() -> NOW, Map.of("zenoo", zenoo), keys, Duration.ZERO, false);
    private final Output output = new Output(() -> NOW, new Canaries(), judge);
    private final Payload payload = Payloads.ofCase(1, new Random(1));
    private final ProxyRequest request = zenoo.request(payload, key);

    @Test
    void findsAnAttemptsSignatureInAMessageThoughOthersCameSince() {
        List<String> signatures = zenoo.signatures(request);
        output.watchFor(signatures);
        output.watchFor(List.of("another signature"));
        output.carry("{\"seen\":\"" + signatures.getFirst() + "\"}");

        assertThat(judge.violations()).extracting(Violation::invariant).containsExactly(Invariant.I5);
    }

    @Test
    void letsAMessageCarryItsPayload() {
        output.carry(Payloads.MARK);
        assertThat(judge.violations()).isEmpty();
    }

    @Test
    void countsARefusalAmongFaultsAgainstWhoNeverAccepts() {
        keys.observe("zenoo", List.of(key), NOW);
        giveUpAfter(401, 503);

        assertThat(judge.violations()).extracting(Violation::invariant).containsExactly(Invariant.I4);
        assertThat(judge.tally().answersToGivenUp).isEqualTo(Map.of(401, 1L, 503, 1L));
    }

    /** Zenoo signs with a new key at once, and until a person has submitted it nobody here can know it. */
    @Test
    void countsNoRefusalOfAKeyThatNobodyHasSubmittedYet() {
        keys.observe("zenoo", List.of("the key before"), NOW);
        giveUpAfter(401, 503);

        assertThat(judge.violations()).isEmpty();
    }

    @Test
    void countsTheLastRefusalWhateverTheKey() {
        keys.observe("zenoo", List.of("the key before"), NOW);
        giveUpAfter(503, 401);

        assertThat(judge.violations()).extracting(Violation::invariant).containsExactly(Invariant.I4);
    }

    private void giveUpAfter(int... statuses) {
        Sent sent = new Sent(1, zenoo, payload, RetrySchedule.ASSUMED);
        judge.sent(sent);
        for (int status : statuses) {
            judge.answered(sent, request, NOW, status, status >= 500);
        }
        judge.gaveUp(sent);
        judge.finish(0, 0);
    }
}
