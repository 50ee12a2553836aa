package dev.hookwarden.local.stack;

import dev.hookwarden.ingest.AwsClients;
import dev.hookwarden.ingest.S3Access;
import dev.hookwarden.local.tls.LocalAuthority;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * The clients that the functions make for themselves when they are deployed, retries included, sent to another address by the settings that
 * the SDK reads. The settings are the process's, so there may be one of these at a time.
 */
final class DeployedClients implements AutoCloseable {
    private static final String PASSWORD = "changeit";

    private final Map<String, String> before = new TreeMap<>();
    private final Path trust;
    private final SdkHttpClient http;

    /** Ingest's. The native TLS beneath takes no authority but the machine's, so that alone it is told not to ask. */
    final AwsClients ingest;

    final dev.hookwarden.processor.AwsClients processor;

    DeployedClients(URI endpoint, LocalAuthority authority) throws IOException, GeneralSecurityException {
        trust = Files.createTempFile("trust", ".p12");
        try (OutputStream out = Files.newOutputStream(trust)) {
            authority.trustStore().store(out, PASSWORD.toCharArray());
        }
        set("aws.endpointUrl", endpoint.toString());
        set("aws.region", "us-east-1");
        set("aws.accessKeyId", "local");
        set("aws.secretAccessKey", "local");
        set("javax.net.ssl.trustStore", trust.toString());
        set("javax.net.ssl.trustStorePassword", PASSWORD);
        http = AwsClients.http()
                .buildWithDefaults(AttributeMap.builder()
                        .put(SdkHttpConfigurationOption.TRUST_ALL_CERTIFICATES, true)
                        .build());
        DefaultCredentialsProvider credentials =
                DefaultCredentialsProvider.builder().build();
        AwsClients made = AwsClients.over(http, credentials);
        S3Access s3 = new S3Access(http, credentials, Region.US_EAST_1, Optional.of(endpoint));
        ingest = new AwsClients(made.secrets(), made.sqs(), s3);
        processor = dev.hookwarden.processor.AwsClients.create();
    }

    private void set(String name, String value) {
        before.put(name, System.getProperty(name, ""));
        System.setProperty(name, value);
    }

    @Override
    public void close() throws IOException {
        before.forEach((name, value) -> {
            if (value.isEmpty()) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
        http.close();
        Files.delete(trust);
    }
}
