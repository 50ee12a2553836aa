package dev.hookwarden.rotation;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.providerapi.CallPorts;
import dev.hookwarden.providerapi.Pause;
import dev.hookwarden.providerapi.PlainHttp;
import dev.hookwarden.providerapi.RateLimiter.Permission.Granted;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Everything outside that the function touches.
 *
 * @param installations by provider id, for providers whose keys we generate; none of today's lets us
 * @param random cryptographically strong: keys come from it
 */
public record RotationPorts(
        SecretsManagerClient secretsManager,
        ApiKeyProof apiKeyProof,
        CanaryPost canaryPost,
        CanaryRecords canaryRecords,
        Map<String, KeyInstallation> installations,
        RotationEvents events,
        Notices notices,
        InstantSource clock,
        Pause pause,
        RandomGenerator random) {
    public RotationPorts {
        installations = Map.copyOf(installations);
    }

    static RotationPorts onAws(RotationConfig config, EventLog log) {
        Notices notices = new SnsNotices(AwsClients.sns(), config.noticeTopicArn());
        return on(config, AwsClients.create(), notices, PlainHttp.REFUSED, log);
    }

    /**
     * The ports behind these clients, with real time, randomness and HTTP. Calls of rotation are too few to count against a provider's limit.
     */
    public static RotationPorts on(
            RotationConfig config, AwsClients aws, Notices notices, PlainHttp plainHttp, EventLog log) {
        return new RotationPorts(
                aws.secretsManager(),
                new HttpApiKeyProof(config.providers(), plainHttp, CallPorts.real((key, limit) -> new Granted(), log)),
                new HttpCanaryPost(config.webhookBaseUrl()),
                new DynamoDbCanaryRecords(aws.dynamoDb(), config.idempotencyTable()),
                Map.of(),
                new EventBridgeRotationEvents(aws.eventBridge(), config.eventBusName()),
                notices,
                InstantSource.system(),
                Pause::sleeping,
                new SecureRandom());
    }
}
