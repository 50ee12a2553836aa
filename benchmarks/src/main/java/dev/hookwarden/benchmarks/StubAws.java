package dev.hookwarden.benchmarks;

import dev.hookwarden.ingest.AwsClients;
import dev.hookwarden.ingest.IngestConfig;
import dev.hookwarden.ingest.IngestHandler;
import dev.hookwarden.ingest.S3Access;
import dev.hookwarden.log.JsonEventLog;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.secrets.KeyringSettings;
import dev.hookwarden.secrets.SecretNames;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** AWS in no time at all: one key, and a queue that takes everything and keeps nothing. */
final class StubAws {
    private static final SendMessageResponse TAKEN =
            SendMessageResponse.builder().messageId("m-1").build();
    private static final DescribeSecretResponse DESCRIBED = DescribeSecretResponse.builder()
            .versionIdsToStages(Map.of("v1", List.of("AWSCURRENT")))
            .build();
    private static final GetSecretValueResponse KEY = GetSecretValueResponse.builder()
            .secretString(SampleDelivery.KEY)
            .createdDate(Instant.EPOCH)
            .build();

    private StubAws() {}

    /** The handler as it is deployed, but for its clients and for where its log goes. */
    static IngestHandler ingest() {
        IngestConfig config = new IngestConfig(
                URI.create("https://sqs.us-east-1.amazonaws.com/000000000000/any"),
                Provider.ALL,
                new SecretNames("hookwarden/benchmark"),
                KeyringSettings.DEFAULT,
                "any",
                IngestConfig.LARGEST_PAYLOAD);
        S3Access unused = new S3Access(
                UrlConnectionHttpClient.create(),
                AnonymousCredentialsProvider.create(),
                Region.US_EAST_1,
                Optional.empty());
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new IngestHandler(
                config,
                new AwsClients(new Secrets(), new Queue(), unused),
                InstantSource.system(),
                new JsonEventLog(nowhere, InstantSource.system()));
    }

    private static final class Queue implements SqsClient {
        @Override
        public SendMessageResponse sendMessage(SendMessageRequest request) {
            return TAKEN;
        }

        @Override
        public String serviceName() {
            return "sqs";
        }

        @Override
        public void close() {}
    }

    private static final class Secrets implements SecretsManagerClient {
        @Override
        public DescribeSecretResponse describeSecret(DescribeSecretRequest request) {
            return DESCRIBED;
        }

        @Override
        public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
            return KEY;
        }

        @Override
        public String serviceName() {
            return "secretsmanager";
        }

        @Override
        public void close() {}
    }
}
