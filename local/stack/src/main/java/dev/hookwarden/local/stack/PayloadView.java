package dev.hookwarden.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.console.ActionRefusedException;
import dev.hookwarden.local.console.Details;
import dev.hookwarden.local.lambda.ProxyRequest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** An accepted delivery's payload, its first {@value #SHOWN} bytes or characters: {@code text} if it is UTF-8, else {@code base64}. */
record PayloadView(AttemptLedger ledger, CapturedAttempts captured) implements Details {
    private static final int SHOWN = 256 * 1024;

    @Override
    public JsonNode of(String attemptId) {
        Payload payload = ledger.requestOf(attemptId)
                .flatMap(captured::of)
                .map(ProxyRequest::body)
                .orElseThrow(
                        () -> new ActionRefusedException(
                                "This payload is not kept any more. Only the last ones are, in memory, until the stack stops."));
        ObjectNode view = LocalJson.object().put("bytes", payload.size());
        Optional<String> text = payload.text();
        return text.isPresent()
                ? view.put("text", text.get().substring(0, Math.min(text.get().length(), SHOWN)))
                : view.put("base64", Base64.getEncoder().encodeToString(firstOf(payload.bytes())));
    }

    private static byte[] firstOf(byte[] bytes) {
        return Arrays.copyOf(bytes, Math.min(bytes.length, SHOWN));
    }
}
