package dev.hookwarden.processor;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.processor.enrichment.EnrichmentConfig;
import dev.hookwarden.processor.enrichment.EnrichmentPlan;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.providerapi.CallPorts;
import dev.hookwarden.providerapi.HttpProviderCalls;
import dev.hookwarden.providerapi.PlainHttp;
import dev.hookwarden.providerapi.ProviderCalls;
import dev.hookwarden.providerapi.limit.DynamoDbRateLimiter;
import dev.hookwarden.secrets.KeyringSettings;
import dev.hookwarden.secrets.SecretsManagerApiKeys;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The calls of a processor that enriches: with the keys that Secrets Manager has, and counted in DynamoDB with everybody else's. */
public final class AwsBackedCalls {
    private AwsBackedCalls() {}

    /**
     * Reads no key and calls nobody yet.
     *
     * @throws dev.hookwarden.config.ConfigurationException if an API's address is not https, and not allowed to be another
     */
    public static ProviderCalls of(
            EnrichmentConfig config,
            SecretsManagerClient secretsManager,
            DynamoDbClient dynamoDb,
            PlainHttp plainHttp,
            EventLog log) {
        InstantSource clock = InstantSource.system();
        // Of the copies that come from one snapshot, each draws other numbers from it.
        SecureRandom random = new SecureRandom();
        List<Provider> providers =
                config.plans().stream().map(EnrichmentPlan::provider).toList();
        var keys = new SecretsManagerApiKeys(
                secretsManager, config.secretNames(), KeyringSettings.DEFAULT, clock, random::nextDouble, log);
        var limiter = new DynamoDbRateLimiter(dynamoDb, config.rateLimitTable(), clock, random, log);
        return new HttpProviderCalls(providers, plainHttp, keys, CallPorts.real(limiter, log));
    }
}
