package dev.hookwarden.local.aws.sqs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls ElasticMQ over SQS's own protocol, so that no SDK is needed here. */
record SqsCalls(URI elasticMq) {
    /** The answer to one action, whatever its status. */
    HttpResponse<String> call(String action, ObjectNode input) {
        var request = HttpRequest.newBuilder(elasticMq)
                .header("X-Amz-Target", "AmazonSQS." + action)
                .header("Content-Type", "application/x-amz-json-1.0")
                .POST(HttpRequest.BodyPublishers.ofString(input.toString()))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("ElasticMQ does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while calling " + action, e);
        }
    }
}
