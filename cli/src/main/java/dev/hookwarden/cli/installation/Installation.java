package dev.hookwarden.cli.installation;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

/** One installation, local or on AWS, and the clients that reach it. */
public final class Installation implements AutoCloseable {
    /** The stage of the local stack. */
    static final String LOCAL = "local";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AwsChoice choice;
    private final List<SdkClient> clients = new ArrayList<>();

    Installation(AwsChoice choice) {
        this.choice = choice;
    }

    /** A client for this installation, which is closed with it. */
    public <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C extends SdkClient> C client(B builder) {
        builder.httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(configuration -> configuration.apiCallTimeout(PATIENCE));
        if (choice.isLocal()) {
            builder.region(Region.US_EAST_1)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                    .endpointOverride(choice.localEndpoint());
        } else {
            choose(builder, choice.profile(), choice.endpoint());
        }
        if (choice.region() != null) {
            builder.region(Region.of(choice.region()));
        }
        C client = builder.build();
        clients.add(client);
        return client;
    }

    private static <B extends AwsClientBuilder<B, C>, C> void choose(
            B builder, @Nullable String profile, @Nullable URI endpoint) {
        if (profile != null) {
            builder.credentialsProvider(ProfileCredentialsProvider.create(profile))
                    .overrideConfiguration(configuration -> configuration
                            .apiCallTimeout(PATIENCE)
                            .defaultProfileFile(ProfileFile.defaultProfileFile())
                            .defaultProfileName(profile));
        }
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
    }

    /** Its name, as staging; {@code local} for the local stack. */
    public String stage() {
        return choice.stage();
    }

    public boolean isLocal() {
        return choice.isLocal();
    }

    /** The options that name it again, each after a blank. */
    public String options() {
        return choice.options();
    }

    @Override
    public void close() {
        clients.forEach(SdkClient::close);
    }
}
