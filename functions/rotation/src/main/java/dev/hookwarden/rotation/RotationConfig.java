package dev.hookwarden.rotation;

import dev.hookwarden.config.ConfiguredProviders;
import dev.hookwarden.config.Environment;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.secrets.SecretNames;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the function is told through its environment.
 *
 * @param providers {@code PROVIDERS} and what belongs to each, see {@link ConfiguredProviders#callableFrom}
 * @param secretNames {@code SECRET_PREFIX}: what the names of the keys' secrets begin with
 * @param eventBusName {@code EVENT_BUS_NAME}: the bus that KeyRotated goes to
 * @param idempotencyTable {@code IDEMPOTENCY_TABLE}: the processor's table, where canaries come out
 * @param noticeTopicArn {@code NOTICE_TOPIC_ARN}: the SNS topic for notices to people
 * @param webhookBaseUrl {@code WEBHOOK_BASE_URL}: what stands before {@code /webhooks/} in our own webhook addresses
 * @param canaryPatience {@code CANARY_PATIENCE}: how long to try until a canary is taken, and again how long to look for it
 */
public record RotationConfig(
        List<Provider> providers,
        SecretNames secretNames,
        String eventBusName,
        String idempotencyTable,
        String noticeTopicArn,
        URI webhookBaseUrl,
        Duration canaryPatience) {
    public RotationConfig {
        providers = List.copyOf(providers);
    }

    /**
     * Reads the environment.
     *
     * @throws dev.hookwarden.config.ConfigurationException if a variable is missing or malformed; names the variable
     */
    public static RotationConfig from(Map<String, String> variables) {
        Environment environment = new Environment(variables);
        return new RotationConfig(
                ConfiguredProviders.callableFrom(environment),
                environment.checked("SECRET_PREFIX", () -> new SecretNames(environment.text("SECRET_PREFIX"))),
                environment.text("EVENT_BUS_NAME"),
                environment.text("IDEMPOTENCY_TABLE"),
                environment.text("NOTICE_TOPIC_ARN"),
                environment.webAddress("WEBHOOK_BASE_URL"),
                environment.duration("CANARY_PATIENCE"));
    }
}
