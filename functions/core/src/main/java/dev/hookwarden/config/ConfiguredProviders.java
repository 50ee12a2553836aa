package dev.hookwarden.config;

import dev.hookwarden.provider.KeyUse;
import dev.hookwarden.provider.Pins;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.provider.RateLimit;
import dev.hookwarden.signing.BodyHmacForm;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The providers that a deployment serves: {@code PROVIDERS} lists their ids. What a provider leaves open is set beside it: the overlap of
 * its signing key ({@code ZENOO_SIGNING_KEY_OVERLAP}), which is its constant's unless it is set, and the form of its signature where that is
 * assumed ({@code JOBSITEON_SIGNATURE}).
 */
public final class ConfiguredProviders {
    private static final int MOST_CALLS = 100_000;

    private ConfiguredProviders() {}

    /**
     * The providers as this deployment sees them.
     *
     * @throws ConfigurationException if a variable is missing or malformed, or names a provider that doesn't exist
     */
    public static List<Provider> from(Environment environment) {
        return environment.commaList("PROVIDERS").stream()
                .map(ConfiguredProviders::withId)
                .map(provider -> withOpenScheme(provider, environment))
                .map(provider -> provider.withKeys(keys(provider, environment)))
                .toList();
    }

    /**
     * The same, for a function that calls the APIs of those that have one.
     *
     * @throws ConfigurationException as {@link #from} and {@link #callable}
     */
    public static List<Provider> callableFrom(Environment environment) {
        return from(environment).stream()
                .map(provider -> provider.isCalled() ? callable(provider, environment) : provider)
                .toList();
    }

    /**
     * The provider with its API at the address that {@code ZENOO_API_URL} and the like say, and its certificate chain pinned to what
     * {@code ZENOO_API_PINS} and the like list, if anything. {@code ZENOO_API_CALLS_PER_MINUTE} and the like set one limit over every call
     * in place of those that the provider documents, unless they are 0 or not there.
     *
     * @throws ConfigurationException if the address is missing or not {@link Environment#webAddress safe}, if there is one pin alone or a
     *     malformed one, and if the limit is no number
     */
    public static Provider callable(Provider provider, Environment environment) {
        return provider.withApi(provider.api()
                .at(environment.webAddress(variable(provider.id()) + "_API_URL"))
                .pinnedTo(pins(variable(provider.id()) + "_API_PINS", environment))
                .limitedTo(limits(provider, environment)));
    }

    private static List<RateLimit> limits(Provider provider, Environment environment) {
        int calls = environment.wholeNumberOrZero(variable(provider.id()) + "_API_CALLS_PER_MINUTE", MOST_CALLS);
        return calls == 0 ? provider.api().limits() : List.of(RateLimit.perMinute(RateLimit.EVERY_CALL, calls));
    }

    private static Pins pins(String name, Environment environment) {
        return environment.checked(name, () -> Pins.of(environment.commaListOrNothing(name)));
    }

    private static Provider withId(String id) {
        return Provider.withId(id)
                .orElseThrow(() -> new ConfigurationException(
                        "The environment variable PROVIDERS is malformed: it must list some of "
                                + Provider.ALL.stream().map(Provider::id).collect(Collectors.joining(", "))));
    }

    private static Provider withOpenScheme(Provider provider, Environment environment) {
        return switch (provider.schemeOrigin()) {
            case DOCUMENTED -> provider;
            case ASSUMED ->
                provider.withScheme(environment
                        .oneOf(variable(provider.id()) + "_SIGNATURE", BodyHmacForm.class, BodyHmacForm::wireName)
                        .in(provider.scheme().header()));
        };
    }

    private static List<ProviderKey> keys(Provider provider, Environment environment) {
        return provider.keys().stream()
                .map(key -> key.uses().contains(KeyUse.SIGNS_DELIVERIES)
                        ? key.withOverlap(environment.durationOr(key.overlap(), variable(key.id()) + "_OVERLAP"))
                        : key)
                .toList();
    }

    private static String variable(String id) {
        return id.toUpperCase(Locale.ROOT).replace('/', '_').replace('-', '_');
    }
}
