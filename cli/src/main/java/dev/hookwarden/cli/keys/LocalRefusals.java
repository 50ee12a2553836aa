package dev.hookwarden.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the local stack says at {@code /_hookwarden/rotations}: {@code key, keyVersion, event, step, refusal, at}. */
record LocalRefusals(URI stack) implements Refusals {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public List<Refusal> of(String keyId, String versionId, Instant since) {
        return StreamSupport.stream(read().spliterator(), false)
                .filter(entry -> entry.path("key").asText().equals(keyId))
                .filter(entry -> entry.path("keyVersion").asText().equals(versionId))
                .filter(entry -> !entry.path("refusal").asText().isEmpty())
                .filter(entry -> isSince(entry.path("at").asText(), since))
                .map(entry -> new Refusal(
                        entry.path("step").asText(), entry.path("refusal").asText()))
                .toList();
    }

    private static boolean isSince(String at, Instant since) {
        try {
            return !Instant.parse(at).isBefore(since);
        } catch (DateTimeParseException undated) {
            return false;
        }
    }

    /** The reasons are a help, not the answer: without them the command goes on. */
    private JsonNode read() {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(stack.resolve("/_hookwarden/rotations"))
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.ofString());
            return answer.statusCode() == 200 ? MAPPER.readTree(answer.body()) : MAPPER.createArrayNode();
        } catch (IOException unreachable) {
            return MAPPER.createArrayNode();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return MAPPER.createArrayNode();
        }
    }
}
