package dev.hookwarden.processor.enrichment;

import com.fasterxml.jackson.core.JsonPointer;
import dev.hookwarden.config.ConfigurationException;
import dev.hookwarden.config.ConfiguredProviders;
import dev.hookwarden.config.Environment;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.RateLimit;
import dev.hookwarden.secrets.SecretNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the processor is told about enrichment.
 *
 * @param plans one for each provider whose deliveries are enriched; none when it is off
 * @param secretNames what the secrets with the API keys are called
 * @param rateLimitTable where calls are counted for all copies of all functions
 */
public record EnrichmentConfig(List<EnrichmentPlan> plans, SecretNames secretNames, String rateLimitTable) {
    /** Nothing is fetched. */
    public static final EnrichmentConfig OFF = new EnrichmentConfig(List.of(), new SecretNames("none"), "none");

    public EnrichmentConfig {
        plans = List.copyOf(plans);
    }

    /** Whether anything is fetched at all. */
    public boolean isOn() {
        return !plans.isEmpty();
    }

    /**
     * Reads {@code SECRET_PREFIX}, {@code RATE_LIMIT_TABLE} and, for each provider, what to fetch ({@code ZENOO_ENRICHMENT},
     * {@code JOBSITEON_ENRICHMENT}), by what ({@code ZENOO_PULL_TOKEN_AT}, {@code JOBSITEON_ENTITY_ID_AT}) and from where
     * ({@code JOBSITEON_ENTITY_PATH} and what {@link ConfiguredProviders#callable} reads). All of them are read even when it is off, so that switching it on is one change.
     *
     * @throws ConfigurationException if one is missing or malformed
     */
    public static EnrichmentConfig from(Environment environment) {
        return new EnrichmentConfig(
                Stream.of(zenoo(environment), jobsiteon(environment))
                        .flatMap(Optional::stream)
                        .toList(),
                environment.checked("SECRET_PREFIX", () -> new SecretNames(environment.text("SECRET_PREFIX"))),
                environment.text("RATE_LIMIT_TABLE"));
    }

    /** "Ping and pull": the result behind the token (docs.zenoo.com, which doesn't say where a webhook carries it). */
    private static Optional<EnrichmentPlan> zenoo(Environment environment) {
        EnrichmentPlan plan = new EnrichmentPlan(
                ConfiguredProviders.callable(Provider.ZENOO, environment),
                "pull-result",
                "pull",
                "/api/gateway/sharable-payload/",
                pointer(environment, "ZENOO_PULL_TOKEN_AT"));
        return switch (environment.oneOf("ZENOO_ENRICHMENT", OfZenoo.class, EnrichmentConfig::written)) {
            case NONE -> Optional.empty();
            case RESULT -> Optional.of(plan);
        };
    }

    private static Optional<EnrichmentPlan> jobsiteon(Environment environment) {
        EnrichmentPlan plan = new EnrichmentPlan(
                ConfiguredProviders.callable(Provider.JOBSITEON, environment),
                "read-entity",
                RateLimit.EVERY_CALL,
                path(environment, "JOBSITEON_ENTITY_PATH") + "/",
                pointer(environment, "JOBSITEON_ENTITY_ID_AT"));
        return switch (environment.oneOf("JOBSITEON_ENRICHMENT", OfJobsiteon.class, EnrichmentConfig::written)) {
            case NONE -> Optional.empty();
            case ENTITY -> Optional.of(plan);
        };
    }

    private static JsonPointer pointer(Environment environment, String name) {
        String text = environment.text(name);
        return environment.checked(name, () -> JsonPointer.compile(text));
    }

    private static String path(Environment environment, String name) {
        String text = environment.text(name);
        if (text.matches("(/[a-z0-9-]{1,64}){1,4}")) {
            return text;
        }
        throw new ConfigurationException(
                "The environment variable " + name + " is malformed: it must be a path, such as /contacts");
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private enum OfZenoo {
        NONE,
        RESULT
    }

    private enum OfJobsiteon {
        NONE,
        ENTITY
    }
}
