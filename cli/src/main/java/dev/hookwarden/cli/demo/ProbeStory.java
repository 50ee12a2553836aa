package dev.hookwarden.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.local.sending.WebhookClient;
import dev.hookwarden.local.stack.LocalStack;
import dev.hookwarden.provider.Provider;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;

/** An API key that dies at its provider while nobody calls: the probe finds it. Leaves it dead. */
final class ProbeStory {
    private final LocalStack stack;
    private final WebhookClient client;
    private final Consumer<Line> report;

    ProbeStory(LocalStack stack, WebhookClient client, Consumer<Line> report) {
        this.stack = stack;
        this.client = client;
        this.report = report;
    }

    void play() throws IOException, InterruptedException {
        String before = seenByTheProbe();
        // Issuing a key kills the one before it, and nobody submits the new one.
        client.post(stack.api().resolve("/_providers/zenoo/keys"), Map.of(), new byte[0]);
        report.accept(new Line(
                "zenoo's API key dies while nobody calls",
                "the probe: 200 success, then 401 refused",
                "the probe: " + before + ", then " + seenByTheProbe()));
    }

    private String seenByTheProbe() {
        String seen = "no call";
        for (JsonNode line : stack.probe()) {
            if (line.path("event").asText().equals("provider_api_call")
                    && line.path("provider").asText().equals(Provider.ZENOO.id())) {
                seen = line.path("status").asText() + " " + line.path("outcome").asText();
            }
        }
        return seen;
    }
}
