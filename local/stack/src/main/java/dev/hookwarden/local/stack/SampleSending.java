package dev.hookwarden.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.hookwarden.ingest.IngestConfig;
import dev.hookwarden.local.console.Action;
import dev.hookwarden.local.console.ActionRefusedException;
import dev.hookwarden.local.sending.Samples;
import dev.hookwarden.local.sending.WebhookClient;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Sends a sample to this stack as its provider would, or as nobody should. */
final class SampleSending implements Action {
    private final URI api;
    private final Function<Provider, SigningKey> keys;
    private final BusRefusals refusals;
    private final Samples samples = Samples.ofCheckout();

    SampleSending(URI api, Function<Provider, SigningKey> keys, BusRefusals refusals) {
        this.api = api;
        this.keys = keys;
        this.refusals = refusals;
    }

    /** Sends what {@code provider} and {@code kind} say, and answers with the status of each attempt. */
    @Override
    public JsonNode perform(JsonNode input) throws IOException, InterruptedException {
        Provider provider = Provider.withId(input.path("provider").asText())
                .orElseThrow(() -> new ActionRefusedException("There is no such provider"));
        String kind = input.path("kind").asText();
        ArrayNode statuses = LocalJson.array();
        try (WebhookClient client = new WebhookClient()) {
            URI url = api.resolve("/webhooks/" + provider.id());
            byte[] payload = payload(provider, kind);
            Map<String, String> headers = new HashMap<>(samples.headers(provider));
            headers.putAll(WebhookClient.sign(provider, keys.apply(provider), payload));
            prepare(kind, payload);
            for (int attempt = 0; attempt < (kind.equals("duplicate") ? 2 : 1); attempt++) {
                statuses.add(client.post(url, headers, payload).statusCode());
            }
        }
        return LocalJson.object().set("statuses", statuses);
    }

    private byte[] payload(Provider provider, String kind) throws IOException {
        return switch (kind) {
            case "valid", "tampered", "duplicate", "undeliverable" -> samples.fresh(provider);
            case "oversized" -> samples.ofSize(provider, IngestConfig.LARGEST_PAYLOAD + 1);
            default ->
                throw new ActionRefusedException("kind is one of valid, tampered, duplicate, oversized, undeliverable");
        };
    }

    /** What is done between signing and sending. */
    private void prepare(String kind, byte[] payload) throws IOException {
        if (kind.equals("tampered")) {
            payload[payload.length / 2] ^= 1;
        } else if (kind.equals("undeliverable")) {
            refusals.refuse(payload);
        }
    }
}
