package dev.hookwarden.local.stack;

import dev.hookwarden.ingest.S3Access;
import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.Faults;
import dev.hookwarden.local.aws.dynamodb.StrictDynamoDb;
import dev.hookwarden.local.aws.dynamodb.TableSettings;
import dev.hookwarden.local.aws.eventbridge.EventRules;
import dev.hookwarden.local.aws.eventbridge.StrictEventBridge;
import dev.hookwarden.local.aws.s3.StrictS3;
import dev.hookwarden.local.aws.secretsmanager.BackgroundRotations;
import dev.hookwarden.local.aws.secretsmanager.RotationFunction;
import dev.hookwarden.local.aws.secretsmanager.RotationSettings;
import dev.hookwarden.local.aws.secretsmanager.SecretsManagerSettings;
import dev.hookwarden.local.aws.secretsmanager.StrictSecretsManager;
import dev.hookwarden.local.aws.sqs.ElasticMq;
import dev.hookwarden.local.aws.sqs.QueuePolicies;
import dev.hookwarden.local.aws.sqs.QueueSettings;
import dev.hookwarden.local.aws.sqs.QueueTargets;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The AWS side of the local stack: strict stand-ins behind one address, and clients for them. */
final class LocalAws implements AutoCloseable {
    static final String QUEUE = "hookwarden-local-deliveries";
    static final String DEAD_LETTER_QUEUE = "hookwarden-local-deliveries-dead";
    static final String BUS = "hookwarden-local";
    static final String TABLE = "hookwarden-local-deliveries";
    static final String RATE_LIMIT_TABLE = "hookwarden-local-rate-limit";
    static final String PAYLOAD_BUCKET = "hookwarden-local-payloads";
    static final int MAX_RECEIVE_COUNT = 5;

    private static final String ACCOUNT = "000000000000";
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    private final AwsEndpoint endpoint;
    private final ElasticMq queues;
    private final StrictEventBridge events;
    private final StrictS3 objects;
    private final BackgroundRotations rotations;
    private final CallCounts calls;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();

    private LocalAws(
            AwsEndpoint endpoint,
            ElasticMq queues,
            StrictEventBridge events,
            StrictS3 objects,
            BackgroundRotations rotations,
            CallCounts calls) {
        this.endpoint = endpoint;
        this.queues = queues;
        this.events = events;
        this.objects = objects;
        this.rotations = rotations;
        this.calls = calls;
    }

    static LocalAws start(LocalSettings settings, DataFolder data, RotationFunction rotation, InstantSource clock) {
        SecureRandom random = new SecureRandom();
        CallCounts calls = new CallCounts();
        AwsEndpoint endpoint = AwsEndpoint.open(settings.awsPort(), new Faults(settings.faults(), calls, Pause::of));
        StrictEventBridge events = new StrictEventBridge(Set.of(BUS), clock, random, data.journal("events"));
        StrictS3 objects = new StrictS3(Map.of(PAYLOAD_BUCKET, data.journal("payloads")), clock);
        BackgroundRotations rotations = new BackgroundRotations();
        SecretsManagerSettings inMemory =
                SecretsManagerSettings.of(clock, random).withRotation(RotationSettings.of(rotation, rotations));
        SecretsManagerSettings secrets =
                data.file("secrets.json").map(inMemory::withStateFile).orElse(inMemory);
        ElasticMq queues = ElasticMq.start(
                endpoint.uri(), Region.US_EAST_1.id(), ACCOUNT, queues(settings), data.journal("messages"));
        QueuePolicies policies = new QueuePolicies();
        events.with(new EventRules(Set.of(BUS), new QueueTargets(queues.uri(), endpoint.uri(), policies)));
        endpoint.serve(AwsApi.EVENT_BRIDGE, events)
                .serve(
                        AwsApi.DYNAMO_DB,
                        new StrictDynamoDb(List.of(
                                new TableSettings(TABLE, "id", data.journal("table-deliveries")),
                                new TableSettings(RATE_LIMIT_TABLE, "id", data.journal("table-rate-limit")))))
                .serve(AwsApi.SECRETS_MANAGER, new StrictSecretsManager(secrets))
                .serveS3(objects)
                .forwardQueuesTo(queues.uri(), policies);
        return new LocalAws(endpoint, queues, events, objects, rotations, calls);
    }

    private static List<QueueSettings> queues(LocalSettings settings) {
        return List.of(
                QueueSettings.of(DEAD_LETTER_QUEUE, settings.visibility()),
                QueueSettings.of(QUEUE, settings.visibility()).withDeadLetters(DEAD_LETTER_QUEUE, MAX_RECEIVE_COUNT));
    }

    URI uri() {
        return endpoint.uri();
    }

    URI queueUrl() {
        return uri().resolve("/" + ACCOUNT + "/" + QUEUE);
    }

    /** Every call that was made so far. */
    CallCounts calls() {
        return calls;
    }

    StrictEventBridge events() {
        return events;
    }

    StrictS3 objects() {
        return objects;
    }

    /** What ingest calls S3 with. */
    S3Access s3Access() {
        return new S3Access(http, CREDENTIALS, Region.US_EAST_1, Optional.of(uri()));
    }

    /** A client of S3. */
    S3Client s3() {
        return client(S3Client.builder().forcePathStyle(true));
    }

    /** A client of the queues alone, whose calls are neither counted nor planned to fail. */
    SqsClient platform() {
        return client(SqsClient.builder(), queues.uri());
    }

    /** A client of any service for the stand-ins. */
    <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(B builder) {
        return client(builder, uri());
    }

    private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .httpClient(http)
                .build();
    }

    @Override
    public void close() {
        rotations.close();
        endpoint.close();
        queues.close();
        http.close();
    }
}
