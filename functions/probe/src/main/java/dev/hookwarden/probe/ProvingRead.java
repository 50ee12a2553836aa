package dev.hookwarden.probe;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.providerapi.ApiCall;
import dev.hookwarden.providerapi.ApiOutcome.Failed;
import java.time.Duration;

/**
 * Calls the provider by its cheapest read that succeeds only with a live key. What comes of it is in the call's own line, on which the alarms hang; here
 * counts only whether there was a key to call with.
 */
final class ProvingRead implements Runnable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Provider provider;
    private final ProbePorts ports;

    ProvingRead(Provider provider, ProbePorts ports) {
        this.provider = provider;
        this.ports = ports;
    }

    @Override
    public void run() {
        var outcome = ports.calls()
                .call(
                        provider,
                        ApiCall.provingRead(provider),
                        ports.clock().instant().plus(PATIENCE));
        if (outcome.equals(new Failed<>("no_api_key"))) {
            throw new NoApiKeyException(provider.apiKey());
        }
    }
}
