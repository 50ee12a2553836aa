package dev.hookwarden.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.explain.CapturedAttempt;
import dev.hookwarden.explain.Cause;
import dev.hookwarden.explain.Explanation;
import dev.hookwarden.explain.KnownKey;
import dev.hookwarden.explain.Step;
import dev.hookwarden.http.Headers;
import dev.hookwarden.local.console.ActionRefusedException;
import dev.hookwarden.local.console.Details;
import dev.hookwarden.local.lambda.ProxyRequest;
import dev.hookwarden.provider.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Why an attempt was refused and what to check. The attempt itself, its headers and body, never gets out.
 *
 * @param keys every version of every key, to recognise the one that signed it
 */
record RefusalDetails(AttemptLedger ledger, CapturedAttempts captured, Supplier<List<KnownKey>> keys)
        implements Details {
    @Override
    public JsonNode of(String requestId) {
        ObjectNode refusal = ledger.refusal(requestId)
                .orElseThrow(() -> new ActionRefusedException("This refusal is not kept any more."));
        return beforeItsSignature(refusal.path("reason").asText())
                .map(check -> LocalJson.object().put("check", check))
                .orElseGet(() -> explained(refusal));
    }

    /** What is refused before anybody looks at the signature says all by its reason. */
    private static Optional<String> beforeItsSignature(String reason) {
        return Optional.ofNullable(
                switch (reason) {
                    case "provider_unknown" -> "No provider has this address: compare it with those that are served.";
                    case "method_not_allowed" -> "Deliveries are sent with POST.";
                    case "event_malformed", "body_malformed" -> "The request is not one that a gateway forwards.";
                    case "payload_empty" -> "The body is empty, and a delivery has a payload.";
                    case "payload_too_large" ->
                        "The body is larger than is accepted: have the provider send smaller events.";
                    case "content_encoding_unsupported" ->
                        "The body came compressed, and its exact bytes are what is signed: have it sent without Content-Encoding.";
                    default -> null;
                });
    }

    private ObjectNode explained(ObjectNode refusal) {
        Provider provider = Provider.withId(refusal.path("provider").asText()).orElseThrow();
        ProxyRequest request = captured.of(refusal.path("requestId").asText())
                .orElseThrow(
                        () -> new ActionRefusedException(
                                "This attempt is not kept any more. Only the last ones are, in memory, until the stack stops."));
        Headers.Builder headers = new Headers.Builder();
        request.headers().forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
        Instant at = Instant.parse(refusal.path("at").asText());
        return json(Explanation.of(provider, new CapturedAttempt(headers.build(), request.body(), at), keys.get()));
    }

    private static ObjectNode json(Explanation explanation) {
        // None where a key came since.
        List<Cause> causes = explanation.verdict().causes();
        ObjectNode json = LocalJson.object()
                .put("check", causes.isEmpty() ? explanation.verdict().words() : joined(causes, Cause::meaning))
                .put("next", joined(causes, Cause::next));
        ArrayNode steps = json.putArray("steps");
        explanation.steps().forEach(step -> steps.add(json(step)));
        return json;
    }

    private static ObjectNode json(Step step) {
        return LocalJson.object()
                .put("name", step.check().label())
                .put("outcome", step.outcome().name().toLowerCase(Locale.ROOT))
                .put("says", step.meaning());
    }

    private static String joined(List<Cause> causes, Function<Cause, String> part) {
        return causes.stream()
                .map(part)
                .distinct()
                .map(RefusalDetails::sentence)
                .collect(Collectors.joining(" "));
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + (words.endsWith(".") ? "" : ".");
    }
}
