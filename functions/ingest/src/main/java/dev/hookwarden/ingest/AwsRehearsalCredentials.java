package dev.hookwarden.ingest;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;

/**
 * Credentials that open nothing, had the way that a function under SnapStart has its own: from an address in the environment
 * (docs.aws.amazon.com/lambda/latest/dg/snapstart-activate.html). A system property goes before the environment, and is gone with them.
 */
record AwsRehearsalCredentials(ContainerCredentialsProvider provider) implements AutoCloseable {
    private static final String ADDRESS = SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI.property();

    static AwsRehearsalCredentials from(URI endpoint) {
        System.setProperty(ADDRESS, endpoint.resolve("/credentials").toString());
        return new AwsRehearsalCredentials(ContainerCredentialsProvider.create());
    }

    @Override
    public void close() {
        provider.close();
        System.clearProperty(ADDRESS);
    }
}
