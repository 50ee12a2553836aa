package dev.hookwarden.simulation;

import dev.hookwarden.ingest.AwsClients;
import dev.hookwarden.ingest.S3Access;
import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsRequests;
import dev.hookwarden.local.aws.AwsService;
import dev.hookwarden.local.aws.dynamodb.StrictDynamoDb;
import dev.hookwarden.local.aws.dynamodb.TableSettings;
import dev.hookwarden.local.aws.eventbridge.StrictEventBridge;
import dev.hookwarden.local.aws.s3.StrictS3;
import dev.hookwarden.local.aws.secretsmanager.RotationFunction;
import dev.hookwarden.local.aws.secretsmanager.RotationSettings;
import dev.hookwarden.local.aws.secretsmanager.SecretsManagerSettings;
import dev.hookwarden.local.aws.secretsmanager.StrictSecretsManager;
import dev.hookwarden.simulation.aws.CallLog;
import dev.hookwarden.simulation.aws.Clients;
import dev.hookwarden.simulation.aws.InProcessHttp;
import dev.hookwarden.simulation.aws.Invocations;
import dev.hookwarden.simulation.judge.Judge;
import dev.hookwarden.simulation.judge.KeyBook;
import dev.hookwarden.simulation.sqs.Queue;
import dev.hookwarden.simulation.sqs.QueueRules;
import dev.hookwarden.simulation.sqs.StrictSqs;
import dev.hookwarden.simulation.time.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The stand-ins, and each function's clients for them. */
final class AwsSide {
    private static final double TWINS = 0.02;
    private static final int ROTATION_TRIES = 5;

    private final VirtualTime time;
    private final Random random;
    private final Invocations invocations;
    private final CallLog calls;
    private final Parts parts;
    private final AwsService secrets;
    private final AwsService table;
    private final Queue queue;
    private final StrictEventBridge bus;
    private final StrictSqs sqs;
    private final StrictS3 objects;

    /** @param queued is told the body and the attributes of every message */
    AwsSide(
            VirtualTime time,
            Random random,
            Invocations invocations,
            CallLog calls,
            Parts parts,
            KeyBook keys,
            Proofs proofs,
            Judge judge,
            RotationFunction rotation,
            BiConsumer<String, Map<String, String>> queued) {
        this.time = time;
        this.random = random;
        this.invocations = invocations;
        this.calls = calls;
        this.parts = parts;
        SecretsManagerSettings settings = SecretsManagerSettings.of(time, random)
                .withRotation(RotationSettings.of(rotation, time::aloneAfter)
                        .withTries(ROTATION_TRIES, Duration.ofMinutes(1)));
        this.secrets = new WatchedSecrets(new StrictSecretsManager(settings), keys, proofs, judge, time);
        this.table = parts.table().apply(new StrictDynamoDb(List.of(new TableSettings(Installation.TABLE, "id"))));
        this.queue = new Queue(
                new QueueRules(Installation.VISIBILITY, Installation.MAX_RECEIVES, Installation.QUEUE_RETENTION, TWINS),
                time,
                random);
        this.sqs = new StrictSqs(Installation.QUEUE_URL, queue, queued);
        this.objects = new StrictS3(Set.of(Installation.PAYLOAD_BUCKET), time);
        this.bus = new StrictEventBridge(Set.of(Installation.BUS), time, random);
    }

    AwsService secrets() {
        return secrets;
    }

    Queue queue() {
        return queue;
    }

    StrictS3 objects() {
        return objects;
    }

    StrictEventBridge bus() {
        return bus;
    }

    AwsClients ingestClients() {
        InProcessHttp http = carrier(new AwsRequests()
                .serve(AwsApi.SECRETS_MANAGER, parts.secretsForIngest().apply(secrets))
                .serve(AwsApi.SQS, sqs)
                .serveS3(objects));
        return new AwsClients(
                Clients.over(http, SecretsManagerClient.builder()),
                Clients.over(http, SqsClient.builder()),
                new S3Access(http, Clients.ANY, Region.US_EAST_1, Optional.of(Clients.ENDPOINT)));
    }

    dev.hookwarden.processor.AwsClients processorClients() {
        InProcessHttp http = carrier(new AwsRequests()
                .serve(AwsApi.DYNAMO_DB, table)
                .serve(AwsApi.EVENT_BRIDGE, parts.bus().apply(bus))
                .serveS3(objects));
        return new dev.hookwarden.processor.AwsClients(
                Clients.over(http, DynamoDbClient.builder()),
                Clients.over(http, EventBridgeClient.builder()),
                Clients.over(http, S3Client.builder().forcePathStyle(true)));
    }

    dev.hookwarden.rotation.AwsClients rotationClients() {
        InProcessHttp http = carrier(new AwsRequests()
                .serve(AwsApi.SECRETS_MANAGER, parts.secretsForRotation().apply(secrets))
                .serve(AwsApi.DYNAMO_DB, table)
                .serve(AwsApi.EVENT_BRIDGE, bus));
        return new dev.hookwarden.rotation.AwsClients(
                Clients.over(http, SecretsManagerClient.builder()),
                Clients.over(http, DynamoDbClient.builder()),
                Clients.over(http, EventBridgeClient.builder()));
    }

    private InProcessHttp carrier(AwsRequests aws) {
        return new InProcessHttp(aws, time, invocations, calls, () -> {
            AtomicInteger countdown = new AtomicInteger(random.nextInt(2));
            bus.failNext(entry -> countdown.getAndDecrement() == 0, "InternalFailure");
        });
    }
}
