package dev.hookwarden.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.delivery.Canary;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.rotation.CanaryOutcome.Lost;
import dev.hookwarden.rotation.CanaryOutcome.Refused;
import dev.hookwarden.rotation.CanaryOutcome.Returned;
import dev.hookwarden.signing.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryFlightTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String KEY = "new-key-9b1e44c07fd23a68";
    private static final SigningKey CURRENT = Provider.ZENOO.scheme().signingKey("old-key-51c0aa97be20f4d3");

    private final MutableClock clock = new MutableClock();
    private final Instant begun = clock.instant();
    private final Queue<Integer> answers = new ArrayDeque<>();
    private final List<Payload> posted = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private int usualAnswer = 200;
    private Optional<String> verifiedBy = Optional.of("pending");
    private Instant outAt = begun;

    @Test
    void returnsVerifiedByThePendingVersion() {
        assertThat(fly()).isEqualTo(new Returned());

        assertThat(new String(posted.getFirst().bytes(), StandardCharsets.UTF_8))
                .matches("\\{\"hookwarden_canary\":\"[0-9a-f]{32}\"}");
        assertThat(asked).singleElement().asString().matches("zenoo#canary:[0-9a-f]{32}");
        assertThat(clock.instant()).isEqualTo(begun);
    }

    @Test
    void sendsAnotherCanaryEachTime() {
        CanaryFlight flight = flight();
        fly(flight);
        fly(flight);

        assertThat(asked).hasSize(2).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429, 500, 503, CanaryPost.NO_ANSWER})
    void sendsTheSameCanaryAgainWhenItWasNotTaken(int status) {
        answers.add(status);
        answers.add(status);

        assertThat(fly()).isEqualTo(new Returned());
        assertThat(posted).hasSize(3);
        assertThat(new HashSet<>(posted)).hasSize(1);
    }

    @Test
    void isRefusedWhenNobodyVerifiesItInTime() {
        usualAnswer = 401;

        assertThat(fly()).isEqualTo(new Refused("status_401"));
        assertThat(clock.instant()).isEqualTo(begun.plus(PATIENCE));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 403, 413, 302})
    void isRefusedAtOnceByWhatWaitingDoesNotChange(int status) {
        usualAnswer = status;

        assertThat(fly()).isEqualTo(new Refused("status_" + status));
        assertThat(posted).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {503, CanaryPost.NO_ANSWER})
    void isLostWhenNobodyTakesItInTime(int status) {
        usualAnswer = status;

        assertThat(fly()).isEqualTo(new Lost("status_" + status));
    }

    @Test
    void isWaitedForUntilItComesOutOfTheQueue() {
        outAt = begun.plusSeconds(19);

        assertThat(fly()).isEqualTo(new Returned());
        assertThat(clock.instant()).isEqualTo(outAt);
    }

    @Test
    void isLostWhenItDoesNotComeOutInTime() {
        outAt = begun.plusSeconds(21);

        assertThat(fly()).isEqualTo(new Lost("in_queue"));
        assertThat(clock.instant()).isEqualTo(begun.plus(PATIENCE));
    }

    @Test
    void isRefusedWhenAnotherVersionVerifiedIt() {
        verifiedBy = Optional.of("current");

        assertThat(fly()).isEqualTo(new Refused("by_another_key"));
    }

    @Test
    void isWaitedForAsLongAgainAfterItWasTakenLate() {
        for (int second = 0; second < 19; second++) {
            answers.add(401);
        }
        outAt = begun.plusSeconds(38);

        assertThat(fly()).isEqualTo(new Returned());
    }

    private CanaryOutcome fly() {
        return fly(flight());
    }

    private CanaryFlight flight() {
        return new CanaryFlight(this::post, this::record, PATIENCE, clock, clock::advance, new Random(3));
    }

    private static CanaryOutcome fly(CanaryFlight flight) {
        return flight.fly(Provider.ZENOO, KEY, Optional.of(CURRENT), "pending"::equals);
    }

    private int post(String providerId, Map<String, String> headers, Payload payload) {
        assertThat(providerId).isEqualTo("zenoo");
        assertThat(headers)
                .containsAllEntriesOf(signed(Provider.ZENOO.scheme().signingKey(KEY), payload))
                .containsEntry(
                        Canary.VOUCHER_HEADER,
                        signed(CURRENT, payload).get(Provider.ZENOO.scheme().header()))
                .hasSize(2);
        posted.add(payload);
        Integer planned = answers.poll();
        return planned == null ? usualAnswer : planned;
    }

    private Map<String, String> signed(SigningKey key, Payload payload) {
        return Provider.ZENOO.scheme().sign(key, payload.bytes(), "", clock.instant());
    }

    private Optional<String> record(String id) {
        asked.add(id);
        return clock.instant().isBefore(outAt) ? Optional.empty() : verifiedBy;
    }
}
