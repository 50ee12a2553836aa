package dev.hookwarden.benchmarks;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.delivery.DeliveryMetadata;
import dev.hookwarden.delivery.Envelope;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.Faults;
import dev.hookwarden.local.aws.dynamodb.StrictDynamoDb;
import dev.hookwarden.local.aws.dynamodb.TableSettings;
import dev.hookwarden.local.aws.eventbridge.StrictEventBridge;
import dev.hookwarden.processor.AwsClients;
import dev.hookwarden.processor.ProcessorConfig;
import dev.hookwarden.processor.ProcessorHandler;
import dev.hookwarden.signing.KeyStage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The processor alone, with the stand-ins of the table and the bus behind it, batch after batch. */
final class ProcessorBatches implements AutoCloseable {
    private static final int COUNT = 300;
    private static final int SIZE = 1024;
    private static final String TABLE = "deliveries";
    private static final String BUS = "hookwarden";

    private final AwsEndpoint aws = AwsEndpoint.open(0, Faults.none(new CallCounts()))
            .serve(AwsApi.DYNAMO_DB, new StrictDynamoDb(List.of(new TableSettings(TABLE, "id"))))
            .serve(AwsApi.EVENT_BRIDGE, new StrictEventBridge(Set.of(BUS), InstantSource.system(), new Random(1)));
    private final ProcessorHandler processor = new ProcessorHandler(
            new ProcessorConfig(BUS, TABLE, Duration.ofDays(15), "none"),
            new AwsClients(
                    client(DynamoDbClient.builder()), client(EventBridgeClient.builder()), client(S3Client.builder())),
            InstantSource.system(),
            line -> {});
    private int deliveries;

    private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(aws.uri())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** How long each batch of new deliveries took. */
    Timings run(int size) {
        Timings timings = new Timings();
        for (int batch = 0; batch < COUNT; batch++) {
            SQSEvent event = new SQSEvent();
            event.setRecords(
                    IntStream.range(0, size).mapToObj(message -> message()).toList());
            process(event, timings);
        }
        return timings;
    }

    private void process(SQSEvent event, Timings timings) {
        try {
            if (!timings.time(() -> processor.handleRequest(event, null))
                    .getBatchItemFailures()
                    .isEmpty()) {
                throw new IllegalStateException("A batch failed");
            }
        } catch (RuntimeException fault) {
            throw fault;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SQSMessage message() {
        String id = "evt_" + ++deliveries;
        Payload payload = Payload.of(SampleDelivery.payload(id, SIZE).getBytes(StandardCharsets.UTF_8));
        Envelope envelope = Envelope.of(new Delivery(
                new DeliveryMetadata(
                        "zenoo",
                        id,
                        "case.created",
                        "attempt-" + id,
                        Instant.now(),
                        KeyStage.CURRENT,
                        "v1",
                        payload.sha256()),
                payload));
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setBody(envelope.body());
        message.setAttributes(Map.of("ApproximateReceiveCount", "1"));
        message.setMessageAttributes(texts(envelope.attributes()));
        return message;
    }

    private static Map<String, MessageAttribute> texts(Map<String, String> values) {
        Map<String, MessageAttribute> attributes = new HashMap<>();
        values.forEach((name, value) -> {
            MessageAttribute attribute = new MessageAttribute();
            attribute.setDataType("String");
            attribute.setStringValue(value);
            attributes.put(name, attribute);
        });
        return attributes;
    }

    @Override
    public void close() {
        aws.close();
    }
}
