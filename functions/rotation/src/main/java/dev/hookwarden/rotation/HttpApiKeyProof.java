package dev.hookwarden.rotation;

import dev.hookwarden.provider.ApiKey;
import dev.hookwarden.provider.ApiKeys;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.providerapi.ApiCall;
import dev.hookwarden.providerapi.ApiOutcome.Failed;
import dev.hookwarden.providerapi.ApiOutcome.NotFound;
import dev.hookwarden.providerapi.ApiOutcome.RateLimited;
import dev.hookwarden.providerapi.ApiOutcome.Refused;
import dev.hookwarden.providerapi.ApiOutcome.Success;
import dev.hookwarden.providerapi.CallPorts;
import dev.hookwarden.providerapi.HttpProviderCalls;
import dev.hookwarden.providerapi.PlainHttp;
import dev.hookwarden.rotation.ProviderAnswer.Accepted;
import dev.hookwarden.rotation.ProviderAnswer.Rejected;
import dev.hookwarden.rotation.ProviderAnswer.Unclear;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Proves by the provider's cheapest read. What it answers is looked at for being a JSON document, and thrown away. */
public final class HttpApiKeyProof implements ApiKeyProof {
    /** Enough for a second attempt; the canary needs the rest of the function's time. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpProviderCalls calls;
    private final InstantSource clock;

    /**
     * Calls nobody yet.
     *
     * @throws dev.hookwarden.config.ConfigurationException if an API's address is not https, and not allowed to be another
     */
    public HttpApiKeyProof(List<Provider> providers, PlainHttp plainHttp, CallPorts ports) {
        this.calls = new HttpProviderCalls(providers, plainHttp, ApiKeys.none(), ports);
        this.clock = ports.clock();
    }

    @Override
    public ProviderAnswer prove(Provider provider, String value) {
        var outcome = calls.with(ApiKeys.only(new ApiKey(value)))
                .call(provider, ApiCall.provingRead(provider), clock.instant().plus(PATIENCE));
        return switch (outcome) {
            case Success<?>(var _) -> new Accepted();
            case Refused<?>(int status) -> new Rejected(status);
            case NotFound<?>() -> new Unclear("status_404");
            case RateLimited<?>(var _) -> new Unclear("rate_limited");
            case Failed<?>(String reason) -> new Unclear(reason);
        };
    }
}
