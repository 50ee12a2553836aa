package dev.hookwarden.probe;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.providerapi.CallPorts;
import dev.hookwarden.providerapi.HttpProviderCalls;
import dev.hookwarden.providerapi.PlainHttp;
import dev.hookwarden.providerapi.ProviderCalls;
import dev.hookwarden.providerapi.limit.DynamoDbRateLimiter;
import dev.hookwarden.secrets.KeyStates;
import dev.hookwarden.secrets.KeyringSettings;
import dev.hookwarden.secrets.SecretsManagerApiKeys;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Everything outside that the function touches. */
public record ProbePorts(ProviderCalls calls, KeyStates keyStates, ResponseTimes responseTimes, InstantSource clock) {

    static ProbePorts onAws(ProbeConfig config, EventLog log) {
        return on(
                config,
                AwsClients.create(),
                PlainHttp.REFUSED,
                new CloudWatchResponseTimes(AwsClients.cloudWatch(), config.metricNamespace()),
                log);
    }

    /** The ports behind these clients, with real time, randomness and HTTP. Nothing is read or called yet. */
    public static ProbePorts on(
            ProbeConfig config, AwsClients aws, PlainHttp plainHttp, ResponseTimes responseTimes, EventLog log) {
        InstantSource clock = InstantSource.system();
        SecureRandom random = new SecureRandom();
        var keys = new SecretsManagerApiKeys(
                aws.secretsManager(), config.secretNames(), KeyringSettings.DEFAULT, clock, random::nextDouble, log);
        var limiter = new DynamoDbRateLimiter(aws.dynamoDb(), config.rateLimitTable(), clock, random, log);
        return new ProbePorts(
                new HttpProviderCalls(config.providers(), plainHttp, keys, CallPorts.real(limiter, log)),
                KeyStates.byLabels(aws.secretsManager(), config.secretNames()),
                responseTimes,
                clock);
    }
}
