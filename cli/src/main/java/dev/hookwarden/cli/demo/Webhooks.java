package dev.hookwarden.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.delivery.Canary;
import dev.hookwarden.local.sending.WebhookClient;
import dev.hookwarden.local.stack.LocalStack;
import dev.hookwarden.provider.Provider;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Sends to the stack, and looks at what became of it. */
final class Webhooks {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final LocalStack stack;
    private final WebhookClient client;

    Webhooks(LocalStack stack, WebhookClient client) {
        this.stack = stack;
        this.client = client;
    }

    URI url(Provider provider) {
        return stack.api().resolve("/webhooks/" + provider.id());
    }

    /** The status of one attempt. */
    int post(Provider provider, Map<String, String> headers, byte[] payload) throws IOException, InterruptedException {
        return client.post(url(provider), headers, payload).statusCode();
    }

    /** How many attempts were accepted so far: a mark, behind which {@link #statesSince} looks. */
    int mark() {
        return stack.deliveries().size();
    }

    /** The states of the attempts accepted since the mark, once all are settled; in the order they were accepted. */
    List<String> statesSince(int mark) {
        waitUntil(deliveries -> statesSince(mark, deliveries).stream()
                .noneMatch(state -> state.equals("queued") || state.equals("failed")));
        return statesSince(mark, stack.deliveries());
    }

    /** How many attempts accepted since the mark were processed, once all are settled; rotation's own canaries aside. */
    int processedSince(int mark) {
        statesSince(mark);
        JsonNode deliveries = stack.deliveries();
        int processed = 0;
        for (int index = mark; index < deliveries.size(); index++) {
            JsonNode delivery = deliveries.get(index);
            boolean canary = delivery.path("eventType").asText().equals(Canary.EVENT_TYPE);
            if (!canary && delivery.path("state").asText().equals("processed")) {
                processed++;
            }
        }
        return processed;
    }

    /** Returns when an attempt since the mark is in this state. */
    void waitForState(int mark, String state) {
        waitUntil(deliveries -> statesSince(mark, deliveries).contains(state));
    }

    /** How many payloads are stored, once they are as few as expected: the processor says that it is done and deletes afterwards. */
    int storedPayloads(int expected) {
        waitUntil(deliveries -> stack.storedPayloads().size() <= expected);
        return stack.storedPayloads().size();
    }

    private void waitUntil(Predicate<JsonNode> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.test(stack.deliveries()) && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private static List<String> statesSince(int mark, JsonNode deliveries) {
        List<String> states = new ArrayList<>();
        for (int index = mark; index < deliveries.size(); index++) {
            states.add(deliveries.get(index).path("state").asText());
        }
        return states;
    }
}
