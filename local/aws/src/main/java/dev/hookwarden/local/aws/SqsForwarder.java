package dev.hookwarden.local.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Passes requests to ElasticMQ and its answers back, byte for byte. */
final class SqsForwarder {
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "date", "expect", "host", "server", "transfer-encoding", "upgrade");

    private final URI elasticMq;
    private final Faults faults;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    SqsForwarder(URI elasticMq, Faults faults) {
        this.elasticMq = elasticMq;
        this.faults = faults;
    }

    void forward(HttpExchange exchange, Reply reply) throws IOException {
        HttpRequest request = copyOf(exchange);
        try {
            passBack(faults.call(AwsApi.SQS, actionOf(exchange), () -> send(request)), exchange, reply);
        } catch (AwsError e) {
            reply.error(AwsApi.SQS, e);
        } catch (UncheckedIOException e) {
            reply.error(AwsApi.SQS, AwsError.internal("ElasticMQ does not answer."));
        }
    }

    private HttpRequest copyOf(HttpExchange exchange) throws IOException {
        var request = HttpRequest.newBuilder(
                elasticMq.resolve(exchange.getRequestURI().toString()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (passes(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        byte[] body = exchange.getRequestBody().readAllBytes();
        return request.method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static String actionOf(HttpExchange exchange) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        return target == null ? "Query" : target.substring(target.indexOf('.') + 1);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    private static void passBack(HttpResponse<byte[]> answer, HttpExchange exchange, Reply reply) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (passes(name)) {
                exchange.getResponseHeaders().put(name, List.copyOf(values));
            }
        });
        String contentType = answer.headers().firstValue("Content-Type").orElse(AwsApi.SQS.contentType());
        reply.send(answer.statusCode(), contentType, answer.body());
    }

    private static boolean passes(String header) {
        return !OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
    }
}
