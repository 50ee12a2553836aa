package dev.hookwarden.infra.timeline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hookwarden.provider.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** A provider's API on this machine, which takes virtual time to answer. */
final class ProviderSite implements AutoCloseable {
    /** In place of a status: the connection ends without one. */
    static final int NO_ANSWER = 0;

    private static final int UNAUTHORIZED = 401;
    private static final int OK = 200;

    private final Provider documented;
    private final VirtualClock clock;
    private final HttpServer server;
    private final Set<String> aliveKeys = new HashSet<>();
    private final Deque<Integer> nextStatuses = new ArrayDeque<>();
    private Duration latency = Duration.ofMillis(100);

    ProviderSite(Provider documented, VirtualClock clock) {
        this.documented = documented;
        this.clock = clock;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** The provider with its API here. */
    Provider provider() {
        URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return documented.withApi(documented.api().at(here));
    }

    synchronized void issue(String key) {
        aliveKeys.add(key);
    }

    synchronized void revoke(String key) {
        aliveKeys.remove(key);
    }

    /** How the next calls are answered, whatever key they bring. */
    synchronized void answerNext(int... statuses) {
        for (int status : statuses) {
            nextStatuses.add(status);
        }
    }

    /** How long each answer takes from now on. */
    synchronized void latency(Duration newLatency) {
        latency = newLatency;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        clock.advance(latency);
        int status = nextStatuses.isEmpty() ? (isAlive(exchange) ? OK : UNAUTHORIZED) : nextStatuses.poll();
        if (status != NO_ANSWER) {
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private boolean isAlive(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst(documented.api().authHeader());
        return given != null
                && aliveKeys.contains(
                        given.substring(documented.api().authPrefix().length()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
