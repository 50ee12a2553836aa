package dev.hookwarden.ingest;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;

/**
 * Credentials that open nothing, had the way that a function under SnapStart has its own: from an address in the environment
 * (docs.aws.amazon.com/lambda/latest/dg/snapstart-activate.html). A system property goes before the environment, and is as it was when they end.
 */
record AwsRehearsalCredentials(ContainerCredentialsProvider provider, Optional<String> addressBefore)
        implements AutoCloseable {
    private static final String ADDRESS = SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI.property();

    static AwsRehearsalCredentials from(URI endpoint) {
        String before =
                System.setProperty(ADDRESS, endpoint.resolve("/credentials").toString());
        return new AwsRehearsalCredentials(ContainerCredentialsProvider.create(), Optional.ofNullable(before));
    }

    @Override
    public void close() {
        provider.close();
        addressBefore.ifPresentOrElse(
                address -> System.setProperty(ADDRESS, address), () -> System.clearProperty(ADDRESS));
    }
}
