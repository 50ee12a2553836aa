package dev.hookwarden.ingest;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hookwarden.delivery.Payload;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;

class S3PayloadStoreTest {
    /** Not an IOException: a fault of the SDK's own, before anything is sent. */
    @Test
    void confirmsNothingThatWasNeverSent() {
        S3PayloadStore store = new S3PayloadStore(
                new S3Access(
                        failing(),
                        AnonymousCredentialsProvider.create(),
                        Region.US_EAST_1,
                        Optional.of(URI.create("http://127.0.0.1:9"))),
                "any");

        assertThatExceptionOfType(PayloadStoreUnavailableException.class)
                .isThrownBy(() -> store.put("zenoo/attempt-1", Payload.of(new byte[] {1})));
    }

    private static SdkHttpClient failing() {
        return new SdkHttpClient() {
            @Override
            public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
                throw SdkClientException.create("No credentials");
            }

            @Override
            public void close() {}
        };
    }
}
