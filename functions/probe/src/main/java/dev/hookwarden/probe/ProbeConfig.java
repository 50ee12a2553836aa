package dev.hookwarden.probe;

import dev.hookwarden.config.ConfiguredProviders;
import dev.hookwarden.config.Environment;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.secrets.SecretNames;
import java.util.List;
import java.util.Map;

/**
 * What the function is told through its environment.
 *
 * @param providers {@code PROVIDERS} and what belongs to each, see {@link ConfiguredProviders#callableFrom}
 * @param secretNames {@code SECRET_PREFIX}: what the names of the keys' secrets begin with
 * @param rateLimitTable {@code RATE_LIMIT_TABLE}: where calls are counted for all copies of all functions
 * @param metricNamespace {@code METRIC_NAMESPACE}: where the metric filters put how long calls took
 */
public record ProbeConfig(
        List<Provider> providers, SecretNames secretNames, String rateLimitTable, String metricNamespace) {
    public ProbeConfig {
        providers = List.copyOf(providers);
    }

    /**
     * Reads the environment.
     *
     * @throws dev.hookwarden.config.ConfigurationException if a variable is missing or malformed; names the variable
     */
    public static ProbeConfig from(Map<String, String> variables) {
        Environment environment = new Environment(variables);
        return new ProbeConfig(
                ConfiguredProviders.callableFrom(environment),
                environment.checked("SECRET_PREFIX", () -> new SecretNames(environment.text("SECRET_PREFIX"))),
                environment.text("RATE_LIMIT_TABLE"),
                environment.text("METRIC_NAMESPACE"));
    }
}
