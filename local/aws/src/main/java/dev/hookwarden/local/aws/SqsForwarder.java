package dev.hookwarden.local.aws;

import com.fasterxml.jackson.databind.json.JsonMapper;
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

    private static final String QUERY = "Query";
    private static final JsonMapper JSON = new JsonMapper();

    private final URI elasticMq;
    private final Faults faults;
    private final QueueListener listener;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    SqsForwarder(URI elasticMq, Faults faults, QueueListener listener) {
        this.elasticMq = elasticMq;
        this.faults = faults;
        this.listener = listener;
    }

    void forward(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest request = copyOf(exchange, body);
        String action = actionOf(exchange);
        try {
            HttpResponse<byte[]> answer = faults.call(AwsApi.SQS, action, () -> send(request));
            tell(action, body, answer);
            passBack(answer, exchange, reply);
        } catch (AwsError e) {
            reply.error(AwsApi.SQS, e);
        } catch (UncheckedIOException e) {
            reply.error(AwsApi.SQS, AwsError.internal("ElasticMQ does not answer."));
        }
    }

    /** Only a call in SQS's JSON protocol is told; the SDKs and the AWS CLI make no others. */
    private void tell(String action, byte[] body, HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() == 200 && !action.equals(QUERY)) {
            listener.called(action, JSON.readTree(body));
        }
    }

    private HttpRequest copyOf(HttpExchange exchange, byte[] body) {
        var request = HttpRequest.newBuilder(
                elasticMq.resolve(exchange.getRequestURI().toString()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (passes(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static String actionOf(HttpExchange exchange) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        return target == null ? QUERY : target.substring(target.indexOf('.') + 1);
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
