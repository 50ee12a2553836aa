package dev.hookwarden.ingest;

import dev.hookwarden.delivery.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/**
 * Payloads as objects of a bucket, by PutObject (docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html). The signature covers the
 * payload's hash, so S3 stores what was verified or nothing. Gives up on a call after 2.5 s.
 */
final class S3PayloadStore implements PayloadStore {
    /** The second is for a connection that S3 has closed meanwhile, and for the 5xx that S3 asks its callers to repeat. */
    private static final int TRIES = 2;

    private static final Duration TRY = Duration.ofMillis(1250);
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int OK = 200;

    private final S3Access s3;
    private final String bucket;

    S3PayloadStore(S3Access s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void put(String key, Payload payload) {
        Exception last = new IOException("Never tried");
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                putOnce(key, payload);
                return;
            } catch (S3RefusedException forGood) {
                throw new PayloadStoreUnavailableException(forGood);
            } catch (IOException | RuntimeException passing) {
                last = passing;
            }
        }
        throw new PayloadStoreUnavailableException(last);
    }

    private void putOnce(String key, Payload payload) throws IOException {
        ExecutableHttpRequest call = s3.http().prepareRequest(signed(key, payload));
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                call::abort, CompletableFuture.delayedExecutor(TRY.toMillis(), TimeUnit.MILLISECONDS));
        try {
            check(call.call());
        } finally {
            end.cancel(false);
        }
    }

    private HttpExecuteRequest signed(String key, Payload payload) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.PUT)
                .uri(s3.url(bucket, key))
                .putHeader("Content-Length", Integer.toString(payload.size()))
                .putHeader("Content-Type", "application/octet-stream")
                .build();
        ContentStreamProvider content = ContentStreamProvider.fromByteArrayUnsafe(payload.bytes());
        return HttpExecuteRequest.builder()
                .request(AwsV4HttpSigner.create()
                        .sign(sign -> sign.identity(s3.credentials().resolveCredentials())
                                .request(request)
                                .payload(content)
                                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                                .putProperty(
                                        AwsV4HttpSigner.REGION_NAME, s3.region().id())
                                // S3 alone signs the path as it is sent (IAM user guide, create a signed request).
                                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                                .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true))
                        .request())
                .contentStreamProvider(content)
                .build();
    }

    private static void check(HttpExecuteResponse response) throws IOException {
        int status = response.httpResponse().statusCode();
        if (status != OK) {
            // The status says enough, and the rest may be long in coming: the call can't be given up once an answer has
            // begun.
            response.responseBody().ifPresent(AbortableInputStream::abort);
            throw status >= 500 ? new IOException("S3 answered " + status) : new S3RefusedException(status);
        }
        if (response.responseBody().isPresent()) {
            // To its end, which comes at once, or the connection couldn't be used again.
            try (InputStream body = response.responseBody().get()) {
                body.readNBytes(LONGEST_ANSWER);
            }
        }
    }
}
