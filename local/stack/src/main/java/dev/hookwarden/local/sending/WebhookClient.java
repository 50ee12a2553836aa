package dev.hookwarden.local.sending;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Sends deliveries as a provider does. */
public final class WebhookClient implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** The headers that the provider would sign this payload with. */
    public static Map<String, String> sign(Provider provider, SigningKey key, byte[] payload) {
        return provider.scheme().sign(key, payload, UUID.randomUUID().toString(), Instant.now());
    }

    /** One attempt with these headers beside the usual ones. */
    public HttpResponse<String> post(URI url, Map<String, String> headers, byte[] payload)
            throws IOException, InterruptedException {
        return send("POST", url, headers, payload);
    }

    /** One request of any method. */
    public HttpResponse<String> send(String method, URI url, Map<String, String> headers, byte[] payload)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(payload));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
    }
}
