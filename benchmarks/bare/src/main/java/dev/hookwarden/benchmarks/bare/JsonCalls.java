package dev.hookwarden.benchmarks.bare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;

/** Signed calls in AWS's JSON protocols (smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html). */
record JsonCalls(URI endpoint, SdkHttpClient http, AwsCredentialsProvider credentials, Region region) {
    private static final int OK = 200;

    /** All that Lambda sets, and the address of the stand-ins. */
    static JsonCalls ofEnvironment() {
        return new JsonCalls(
                URI.create(System.getenv("AWS_ENDPOINT_URL")),
                AwsCrtHttpClient.create(),
                EnvironmentVariableCredentialsProvider.create(),
                Region.of(System.getenv("AWS_REGION")));
    }

    /**
     * Makes one call, once.
     *
     * @throws IllegalStateException if the answer isn't 200
     */
    byte[] call(String service, String version, String target, byte[] input) {
        ContentStreamProvider content = ContentStreamProvider.fromByteArrayUnsafe(input);
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .putHeader("Content-Length", Integer.toString(input.length))
                .putHeader("Content-Type", "application/x-amz-json-" + version)
                .putHeader("X-Amz-Target", target)
                .build();
        try {
            return read(http.prepareRequest(HttpExecuteRequest.builder()
                            .request(signed(service, request, content))
                            .contentStreamProvider(content)
                            .build())
                    .call());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private SdkHttpRequest signed(String service, SdkHttpRequest request, ContentStreamProvider content) {
        return AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(content)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()))
                .request();
    }

    private static byte[] read(HttpExecuteResponse response) throws IOException {
        try (InputStream body = response.responseBody().orElseThrow()) {
            byte[] bytes = body.readAllBytes();
            int status = response.httpResponse().statusCode();
            if (status != OK) {
                throw new IllegalStateException("AWS answered " + status);
            }
            return bytes;
        }
    }
}
