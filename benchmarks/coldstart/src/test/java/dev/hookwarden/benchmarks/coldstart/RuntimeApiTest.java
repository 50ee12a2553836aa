package dev.hookwarden.benchmarks.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RuntimeApiTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void handsOverAnEvent() throws IOException, InterruptedException {
        try (RuntimeApi api = RuntimeApi.open()) {
            CompletableFuture<HttpResponse<String>> asked = get(api, "/2018-06-01/runtime/invocation/next");
            RuntimeCall call = Objects.requireNonNull(api.next(() -> true));
            call.invoke("{\"a\":1}");

            assertThat(call.isNext()).isTrue();
            assertThat(asked.join().body()).isEqualTo("{\"a\":1}");
            assertThat(asked.join().headers().firstValue("Lambda-Runtime-Aws-Request-Id"))
                    .isPresent();
        }
    }

    @Test
    void takesAnAnswer() throws IOException, InterruptedException {
        try (RuntimeApi api = RuntimeApi.open()) {
            CompletableFuture<HttpResponse<String>> told =
                    post(api, "/2018-06-01/runtime/invocation/7/response", "{\"statusCode\":200}");
            RuntimeCall call = Objects.requireNonNull(api.next(() -> true));
            call.accept(202);

            assertThat(call.isAnswer()).isTrue();
            assertThat(call.body()).isEqualTo("{\"statusCode\":200}");
            assertThat(told.join().statusCode()).isEqualTo(202);
        }
    }

    @Test
    void tellsAnErrorFromAnAnswer() throws IOException, InterruptedException {
        try (RuntimeApi api = RuntimeApi.open()) {
            CompletableFuture<HttpResponse<String>> told = post(api, "/2018-06-01/runtime/invocation/7/error", "{}");
            RuntimeCall call = Objects.requireNonNull(api.next(() -> true));
            call.accept(202);
            told.join();

            assertThat(call.isAnswer()).isFalse();
            assertThat(call.isError()).isTrue();
        }
    }

    @Test
    void doesNotWaitForARuntimeThatHasEnded() throws IOException, InterruptedException {
        try (RuntimeApi api = RuntimeApi.open()) {
            assertThat(api.next(() -> false)).isNull();
        }
    }

    @Test
    void givesCredentialsAtOnce() throws IOException {
        try (RuntimeApi api = RuntimeApi.open()) {
            assertThat(get(api, RuntimeApi.CREDENTIALS).join().body()).contains("AccessKeyId", "Expiration");
        }
    }

    private CompletableFuture<HttpResponse<String>> get(RuntimeApi api, String path) {
        return client.sendAsync(HttpRequest.newBuilder(address(api, path)).build(), BodyHandlers.ofString());
    }

    private CompletableFuture<HttpResponse<String>> post(RuntimeApi api, String path, String body) {
        return client.sendAsync(
                HttpRequest.newBuilder(address(api, path))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static URI address(RuntimeApi api, String path) {
        return URI.create("http://" + api.address() + path);
    }
}
