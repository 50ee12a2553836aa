package dev.hookwarden.providerapi;

import static dev.hookwarden.providerapi.CallWorld.KEY;
import static dev.hookwarden.providerapi.CallWorld.NEXT_KEY;
import static dev.hookwarden.providerapi.CallWorld.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.providerapi.ApiOutcome.Failed;
import dev.hookwarden.providerapi.ApiOutcome.Refused;
import dev.hookwarden.providerapi.ApiOutcome.Success;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A key that the provider doesn't take may just have been rotated. */
class RefusedKeyTest {
    private final CallWorld world = new CallWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void callsAgainWithTheNextKey() {
        world.keys.next = Optional.of(NEXT_KEY);
        world.site.then(401, "{}");

        assertThat(world.call(READ)).isEqualTo(new Success<>(Discarded.BODY));
        assertThat(keysSent()).containsExactly(KEY.value(), NEXT_KEY.value());
        assertThat(world.logged("outcome")).containsExactly("refused", "success");
        assertThat(world.logged("attempt")).containsExactly(1L, 2L);
        assertThat(world.waits).isEmpty();
    }

    @Test
    void callsAgainOnce() {
        world.keys.next = Optional.of(NEXT_KEY);
        world.site.thenTimes(3, 401, "{}");

        assertThat(world.call(READ)).isEqualTo(new Refused<>(401));
        assertThat(keysSent()).containsExactly(KEY.value(), NEXT_KEY.value());
        assertThat(world.keys.refusals).isEqualTo(1);
    }

    @Test
    void doesNotCallAgainWithTheSameKey() {
        world.site.then(401, "{}");

        assertThat(world.call(READ)).isEqualTo(new Refused<>(401));
        assertThat(world.site.requests).hasSize(1);
        assertThat(world.logged("outcome")).containsExactly("refused");
    }

    @Test
    void asksForNoOtherKeyWhenThisOneMayNotDoIt() {
        world.keys.next = Optional.of(NEXT_KEY);
        world.site.then(403, "{}");

        assertThat(world.call(READ)).isEqualTo(new Refused<>(403));
        assertThat(world.keys.refusals).isZero();
    }

    @Test
    void goesOnWithTheNextKeyAfterAFault() {
        world.keys.next = Optional.of(NEXT_KEY);
        world.site.then(401, "{}").then(500, "{}");

        assertThat(world.call(READ)).isEqualTo(new Success<>(Discarded.BODY));
        assertThat(keysSent()).containsExactly(KEY.value(), NEXT_KEY.value(), NEXT_KEY.value());
    }

    @Test
    void readsTheNextKeyForOthersThoughAChangeIsNotRepeated() {
        world.keys.next = Optional.of(NEXT_KEY);
        world.site.then(401, "{}");
        ApiCall<Discarded> write = new ApiCall<>("open-case", "POST", "/v1/cases", "init", Discarded.DOCUMENT);

        assertThat(world.call(write)).isEqualTo(new Refused<>(401));
        assertThat(world.site.requests).hasSize(1);
        assertThat(world.keys.refusals).isEqualTo(1);
    }

    @Test
    void failsWithoutAKey() {
        world.keys.current = Optional.empty();

        assertThat(world.call(READ)).isEqualTo(new Failed<>("no_api_key"));
        assertThat(world.site.requests).isEmpty();
        assertThat(world.logged("reason")).containsExactly("no_api_key");
    }

    private List<String> keysSent() {
        return world.site.requests.stream()
                .map(request -> request.header("X-API-KEY"))
                .toList();
    }
}
