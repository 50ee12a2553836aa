package dev.hookwarden.provider;

import java.net.URI;

/**
 * How a provider's API is called.
 *
 * @param baseUrl the address before every path, without a slash at its end
 * @param authHeader the header that carries the API key
 * @param authPrefix what stands before the key in that header; may be empty
 * @param provingRead path and query of the cheapest read that succeeds only with a live key
 */
public record ProviderApi(URI baseUrl, String authHeader, String authPrefix, String provingRead) {
    /** The same API at another address. */
    public ProviderApi at(URI otherBaseUrl) {
        return new ProviderApi(otherBaseUrl, authHeader, authPrefix, provingRead);
    }
}
