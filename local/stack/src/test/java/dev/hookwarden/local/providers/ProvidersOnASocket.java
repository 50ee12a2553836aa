package dev.hookwarden.local.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** The simulated providers behind a plain server, at a time that stands still. */
final class ProvidersOnASocket implements AutoCloseable {
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
    final SimulatedProviders providers;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    ProvidersOnASocket(Optional<Path> keyFile) throws IOException {
        providers = SimulatedProviders.create(keyFile, now::get);
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext(SimulatedProviders.PATH, providers.front());
        server.start();
    }

    /** A new key, issued with this body. */
    String issueKey(String provider, String body) throws IOException, InterruptedException {
        return json(send("POST", provider, "/keys", Map.of(), body)).path("key").asText();
    }

    JsonNode calls(String provider) throws IOException, InterruptedException {
        return json(send("GET", provider, "/calls", Map.of(), ""));
    }

    /** Does a switch's work; its answer must be a success. */
    JsonNode put(String provider, String what, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("PUT", provider, "/" + what, Map.of(), body);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return json(answer);
    }

    HttpResponse<String> get(String provider, String path, String key) throws IOException, InterruptedException {
        return send("GET", provider, path, auth(provider, key), "");
    }

    HttpResponse<String> send(String method, String provider, String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/_providers/" + provider + path;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).method(method, BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    static Map<String, String> auth(String provider, String key) {
        return provider.equals("zenoo") ? Map.of("X-API-KEY", key) : Map.of("Authorization", "Bearer " + key);
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return ApiAnswer.MAPPER.readTree(answer.body());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        http.shutdownNow();
        providers.close();
    }
}
