package dev.hookwarden.cli.listen;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hookwarden.delivery.Payload;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

/** A developer's application that keeps what it gets. */
final class Application implements AutoCloseable {
    final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    volatile int status = 200;
    private final HttpServer server;

    Application() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks";
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Received(
                    headers(exchange), Payload.of(exchange.getRequestBody().readAllBytes())));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        return exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> String.join(",", values(header))));
    }

    private static List<String> values(Map.Entry<String, List<String>> header) {
        return header.getValue();
    }

    record Received(Map<String, String> headers, Payload payload) {
        byte[] bytes() {
            return payload.bytes();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
