package dev.hookwarden.providerapi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A web server with a certificate, on this machine. It gives the answers that it was told to give, in their order, then 200 with {@code {}}. */
final class TlsSite implements AutoCloseable {
    private final HttpsServer server;
    private final Deque<HttpHandler> answers = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    final List<Request> requests = new CopyOnWriteArrayList<>();

    TlsSite() {
        this(Certificates.server(Certificates.VALID), "TLSv1.3", "TLSv1.2");
    }

    TlsSite(KeyStore certificate, String... protocols) {
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(context(certificate)) {
            @Override
            public void configure(HttpsParameters parameters) {
                parameters.setSSLParameters(new SSLParameters(
                        getSSLContext().getSupportedSSLParameters().getCipherSuites(), protocols));
            }
        });
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private static SSLContext context(KeyStore certificate) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(certificate, Certificates.password());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    URI uri() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Plans the next answer. */
    TlsSite then(HttpHandler answer) {
        synchronized (answers) {
            answers.add(answer);
        }
        return this;
    }

    TlsSite then(int status, String body, String... headers) {
        return then(exchange -> answer(exchange, status, body, headers));
    }

    /** Plans the same answer so many times. */
    TlsSite thenTimes(int times, int status, String body, String... headers) {
        Collections.nCopies(times, 0).forEach(any -> then(status, body, headers));
        return this;
    }

    static void answer(HttpExchange exchange, int status, String body, String... headers) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** Says that so much of a body comes, and sends its beginning. */
    static void begin(HttpExchange exchange, int promised, String beginning) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, promised);
        exchange.getResponseBody().write(beginning.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    /** Waits until the site is closed. */
    void stall() {
        try {
            closing.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(Request.of(exchange));
        HttpHandler next;
        synchronized (answers) {
            next = answers.isEmpty() ? any -> answer(any, 200, "{}") : answers.remove();
        }
        try (exchange) {
            next.handle(exchange);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }

    /** What a client sent. */
    record Request(String line, com.sun.net.httpserver.Headers headers, String body) {
        static Request of(HttpExchange exchange) throws IOException {
            return new Request(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }

        String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }
    }
}
