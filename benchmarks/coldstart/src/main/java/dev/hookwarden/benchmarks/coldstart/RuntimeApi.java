package dev.hookwarden.benchmarks.coldstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Runtime API (docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html) for one function: what its runtime asks, in order, and nothing
 * is answered by itself.
 */
final class RuntimeApi implements AutoCloseable {
    static final String CREDENTIALS = "/credentials";

    private static final int PATIENCE_SECONDS = 120;

    private final HttpServer server;
    private final BlockingQueue<RuntimeCall> calls = new LinkedBlockingQueue<>();

    private RuntimeApi(HttpServer server) {
        this.server = server;
    }

    static RuntimeApi open() throws IOException {
        // Else each answer waits for the client's delayed acknowledgement, 40 ms and more.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var api = new RuntimeApi(HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0));
        api.server.createContext("/2018-06-01/runtime/", api::take);
        api.server.createContext(CREDENTIALS, RuntimeApi::giveCredentials);
        api.server.start();
        return api;
    }

    /** For {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new RuntimeCall(
                exchange.getRequestURI().getPath().substring("/2018-06-01/runtime/".length()),
                body,
                System.nanoTime(),
                exchange));
    }

    /** Where functions under SnapStart have their credentials from (docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html). */
    private static void giveCredentials(HttpExchange exchange) throws IOException {
        byte[] credentials = """
                {"AccessKeyId": "local", "SecretAccessKey": "local", "Token": "local", "Expiration": "%s"}\
                """.formatted(
                        Instant.now().plus(Duration.ofHours(6)).truncatedTo(ChronoUnit.SECONDS))
                .getBytes(StandardCharsets.US_ASCII);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, credentials.length);
            exchange.getResponseBody().write(credentials);
        }
    }

    /** What the runtime asks next; nothing if it keeps silent for two minutes, or isn't alive any more. */
    @Nullable
    RuntimeCall next(BooleanSupplier alive) throws InterruptedException {
        for (int seconds = 0; seconds < PATIENCE_SECONDS; seconds++) {
            boolean mayAsk = alive.getAsBoolean();
            RuntimeCall call = calls.poll(1, TimeUnit.SECONDS);
            if (call != null || !mayAsk) {
                return call;
            }
        }
        return null;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
