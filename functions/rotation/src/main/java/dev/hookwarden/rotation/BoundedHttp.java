package dev.hookwarden.rotation;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;

/** Single HTTP calls: TLS 1.2 or newer, no redirects, at most {@value #MAX_BODY} bytes of answer, {@value #SECONDS} seconds in all. */
final class BoundedHttp {
    static final int MAX_BODY = 1024 * 1024;
    static final int SECONDS = 8;

    private static final Duration CONNECT = Duration.ofSeconds(3);

    private BoundedHttp() {}

    /**
     * Makes the call, over a connection of its own: one kept from before a snapshot would be dead.
     *
     * @throws IOException when there is no answer in time, or too much of it
     */
    static Answer send(HttpRequest request) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslParameters(new SSLParameters(null, new String[] {"TLSv1.3", "TLSv1.2"}))
                .build();
        try {
            return answer(client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BODY)));
        } finally {
            client.shutdownNow();
        }
    }

    /** The future ends with the body; the request's own timeout would end with the headers. */
    private static Answer answer(CompletableFuture<HttpResponse<byte[]>> call) throws IOException {
        try {
            HttpResponse<byte[]> response = call.get(SECONDS, TimeUnit.SECONDS);
            return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException late) {
            throw new HttpTimeoutException("No answer within " + SECONDS + " s");
        } catch (ExecutionException failed) {
            throw new IOException("No answer", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", stopped);
        }
    }

    /** What came back. The body may hold personal data. */
    record Answer(int status, String body) {
        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }
}
