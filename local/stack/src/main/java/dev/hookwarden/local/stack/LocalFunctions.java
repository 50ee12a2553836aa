package dev.hookwarden.local.stack;

import dev.hookwarden.ingest.AwsClients;
import dev.hookwarden.ingest.IngestConfig;
import dev.hookwarden.ingest.IngestHandler;
import dev.hookwarden.log.EventLog;
import dev.hookwarden.processor.ProcessorConfig;
import dev.hookwarden.processor.ProcessorHandler;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.secrets.KeyringSettings;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The functions that every delivery goes through, wired to the stand-ins. */
record LocalFunctions(LocalAws aws, InstantSource clock) {

    IngestHandler ingest(EventLog log) {
        return ingest(
                new AwsClients(
                        aws.client(SecretsManagerClient.builder()), aws.client(SqsClient.builder()), aws.s3Access()),
                log);
    }

    IngestHandler ingest(AwsClients clients, EventLog log) {
        IngestConfig config = new IngestConfig(
                aws.queueUrl(),
                Provider.ALL,
                LocalKeys.NAMES,
                KeyringSettings.DEFAULT,
                LocalAws.PAYLOAD_BUCKET,
                IngestConfig.LARGEST_PAYLOAD);
        return new IngestHandler(config, clients, clock, log);
    }

    ProcessorHandler processor(EventLog log) {
        return processor(
                new dev.hookwarden.processor.AwsClients(
                        aws.client(DynamoDbClient.builder()), aws.client(EventBridgeClient.builder()), aws.s3()),
                log);
    }

    ProcessorHandler processor(dev.hookwarden.processor.AwsClients clients, EventLog log) {
        return new ProcessorHandler(
                new ProcessorConfig(LocalAws.BUS, LocalAws.TABLE, Duration.ofDays(15), LocalAws.PAYLOAD_BUCKET),
                clients,
                clock,
                log);
    }

    /** The processor as the queue invokes it. */
    Runnable processing(AttemptLedger ledger, EventLog log, LocalMetrics metrics) {
        ProcessorHandler processor = processor(log);
        return new EventSourceMapping(
                aws.client(SqsClient.builder()),
                aws.queueUrl().toString(),
                LocalAws.MAX_RECEIVE_COUNT,
                (event, context) -> metrics.invoked("ProcessorFunction", () -> processor.handleRequest(event, context)),
                ledger);
    }
}
