package dev.hookwarden.provider;

import java.net.URI;
import java.util.List;

/**
 * How a provider's API is called.
 *
 * @param baseUrl the address before every path, without a slash at its end
 * @param authHeader the header that carries the API key
 * @param authPrefix what stands before the key in that header; may be empty
 * @param provingRead path and query of the cheapest read that succeeds only with a live key
 * @param provingReadClass the class of endpoints that this read counts against
 * @param limits how often it may be called, one for each class of endpoints; a call keeps that of its class and that over every call
 * @param retryPlan when a call that failed is made again
 * @param pins the public keys of which its certificate chain must have one, beside being trusted
 */
public record ProviderApi(
        URI baseUrl,
        String authHeader,
        String authPrefix,
        String provingRead,
        String provingReadClass,
        List<RateLimit> limits,
        RetryPlan retryPlan,
        Pins pins) {
    public ProviderApi {
        limits = List.copyOf(limits);
    }

    /** The same API at another address. */
    public ProviderApi at(URI otherBaseUrl) {
        return new ProviderApi(
                otherBaseUrl, authHeader, authPrefix, provingRead, provingReadClass, limits, retryPlan, pins);
    }

    /** The same API with its certificate chain pinned. */
    public ProviderApi pinnedTo(Pins otherPins) {
        return new ProviderApi(
                baseUrl, authHeader, authPrefix, provingRead, provingReadClass, limits, retryPlan, otherPins);
    }

    /** The same API with other limits. */
    public ProviderApi limitedTo(List<RateLimit> otherLimits) {
        return new ProviderApi(
                baseUrl, authHeader, authPrefix, provingRead, provingReadClass, otherLimits, retryPlan, pins);
    }
}
