package dev.hookwarden.probe;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.providerapi.ApiCall;
import dev.hookwarden.providerapi.ApiOutcome;
import dev.hookwarden.providerapi.ApiOutcome.Failed;
import dev.hookwarden.providerapi.ApiOutcome.RateLimited;
import dev.hookwarden.providerapi.ApiOutcome.Refused;
import dev.hookwarden.providerapi.ApiOutcome.Success;
import dev.hookwarden.providerapi.ProviderCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Providers that do as they are told; they refuse any call but the proving read. */
final class ScriptedCalls implements ProviderCalls {
    /** What a provider may do. */
    enum Conduct {
        SUCCEEDS,
        REFUSES,
        LIMITS,
        FAILS,
        HAS_NO_KEY,
        BREAKS
    }

    final List<String> called = new ArrayList<>();
    private final Map<Provider, Conduct> conducts = new HashMap<>();
    private final MutableClock clock;

    ScriptedCalls(MutableClock clock) {
        this.clock = clock;
    }

    void let(Provider provider, Conduct conduct) {
        conducts.put(provider, conduct);
    }

    @Override
    public <T> ApiOutcome<T> call(Provider provider, ApiCall<T> call, Instant giveUpAt) {
        if (!call.equals(ApiCall.provingRead(provider))
                || Duration.between(clock.instant(), giveUpAt).compareTo(Duration.ofMinutes(1)) > 0) {
            throw new AssertionError("Not a probe's call: " + call.operation());
        }
        called.add(provider.id());
        return switch (conducts.getOrDefault(provider, Conduct.SUCCEEDS)) {
            case SUCCEEDS ->
                new Success<>(call.reader()
                        .read(200, new byte[] {'{', '}'})
                        .orElseThrow(() -> new AssertionError("An object is what is expected")));
            case REFUSES -> new Refused<>(401);
            case LIMITS -> new RateLimited<>(clock.instant().plusSeconds(60));
            case FAILS -> new Failed<>("status_503");
            case HAS_NO_KEY -> new Failed<>("no_api_key");
            case BREAKS -> throw new IllegalStateException("A defect of ours");
        };
    }
}
