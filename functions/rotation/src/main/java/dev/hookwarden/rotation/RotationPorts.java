package dev.hookwarden.rotation;

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

    static RotationPorts onAws(RotationConfig config) {
        return on(config, AwsClients.create(), new SnsNotices(AwsClients.sns(), config.noticeTopicArn()));
    }

    /** The ports behind these clients, with real time, randomness and HTTP. */
    public static RotationPorts on(RotationConfig config, AwsClients aws, Notices notices) {
        return new RotationPorts(
                aws.secretsManager(),
                new HttpApiKeyProof(),
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
