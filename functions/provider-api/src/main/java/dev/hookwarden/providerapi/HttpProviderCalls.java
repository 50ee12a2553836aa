package dev.hookwarden.providerapi;

import dev.hookwarden.config.ConfigurationException;
import dev.hookwarden.config.Environment;
import dev.hookwarden.provider.ApiKey;
import dev.hookwarden.provider.ApiKeys;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderApi;
import dev.hookwarden.providerapi.ApiOutcome.Failed;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.X509ExtendedTrustManager;

/** Calls over HTTP, as each provider's constant says. For use by any number of threads. */
public final class HttpProviderCalls implements ProviderCalls {
    private final Map<ProviderApi, BoundedHttp> https;
    private final KeptAnswers kept;
    private final ApiKeys keys;
    private final CallPorts ports;

    /**
     * Calls nobody yet, and reads no key.
     *
     * @param providers those that may be called, as this deployment sees them; those without an API are passed over
     * @throws ConfigurationException if the address of an API is not https, and not a loopback address where these are allowed
     */
    public HttpProviderCalls(List<Provider> providers, PlainHttp plainHttp, ApiKeys keys, CallPorts ports) {
        this(providers, plainHttp, keys, ports, HttpLimits.DEFAULT, BoundedHttp.trusting(null));
    }

    HttpProviderCalls(
            List<Provider> providers,
            PlainHttp plainHttp,
            ApiKeys keys,
            CallPorts ports,
            HttpLimits limits,
            X509ExtendedTrustManager trustStore) {
        this(https(providers, plainHttp, limits, trustStore), new KeptAnswers(ports.clock()), keys, ports);
    }

    private HttpProviderCalls(Map<ProviderApi, BoundedHttp> https, KeptAnswers kept, ApiKeys keys, CallPorts ports) {
        this.https = https;
        this.kept = kept;
        this.keys = keys;
        this.ports = ports;
    }

    private static Map<ProviderApi, BoundedHttp> https(
            List<Provider> providers, PlainHttp plainHttp, HttpLimits limits, X509ExtendedTrustManager trustStore) {
        Map<ProviderApi, BoundedHttp> https = new HashMap<>();
        for (Provider provider : providers.stream().filter(Provider::isCalled).toList()) {
            if (!isSafe(provider.api().baseUrl(), plainHttp)) {
                throw new ConfigurationException("The address of the API of " + provider.id() + " must be https");
            }
            https.put(
                    provider.api(),
                    new BoundedHttp(limits, trustStore, provider.api().pins()));
        }
        return Map.copyOf(https);
    }

    private static boolean isSafe(URI address, PlainHttp plainHttp) {
        return switch (String.valueOf(address.getScheme())) {
            case "https" -> true;
            case "http" -> plainHttp == PlainHttp.TO_THIS_MACHINE && Environment.isLoopback(address);
            default -> false;
        };
    }

    /** The same calls, made with other keys. */
    public HttpProviderCalls with(ApiKeys otherKeys) {
        return new HttpProviderCalls(https, kept, otherKeys, ports);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the provider, as given, is none of those that this was made for
     */
    @Override
    public <T> ApiOutcome<T> call(Provider provider, ApiCall<T> call, Instant giveUpAt) {
        BoundedHttp http = https.get(provider.api());
        if (http == null) {
            throw new IllegalArgumentException("The API of " + provider.id() + " was not checked before");
        }
        Optional<ApiKey> key = keys.current(provider);
        if (key.isEmpty()) {
            Failed<T> failed = new Failed<>("no_api_key");
            new CallLog(ports.log(), provider.id(), call.operation()).ended(failed);
            return failed;
        }
        return keptOutcome(provider, call, key.get())
                .orElseGet(() ->
                        new CallUnderWay<>(provider, call, giveUpAt, key.get(), keys, http, kept, ports).outcome());
    }

    private <T> Optional<ApiOutcome<T>> keptOutcome(Provider provider, ApiCall<T> call, ApiKey key) {
        if (call.keepFor().isZero()) {
            return Optional.empty();
        }
        return kept.get(KeptAnswers.name(provider.api(), call, key))
                .map(answer -> Judgement.of(answer, call, ports.clock()::instant));
    }

    /** Drops every answer that is kept, as after a restore from a snapshot. Keys are for their own owner to drop. */
    public void forget() {
        kept.forget();
    }
}
