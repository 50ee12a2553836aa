package dev.hookwarden.rotation;

import dev.hookwarden.json.Json;
import dev.hookwarden.provider.ProviderApi;
import dev.hookwarden.rotation.ProviderAnswer.Accepted;
import dev.hookwarden.rotation.ProviderAnswer.Rejected;
import dev.hookwarden.rotation.ProviderAnswer.Unclear;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;

/** Proves by the provider's cheapest read. What it answers is looked at for being JSON, and thrown away. */
public final class HttpApiKeyProof implements ApiKeyProof {
    @Override
    public ProviderAnswer prove(ProviderApi api, String value) {
        HttpRequest read = HttpRequest.newBuilder(URI.create(api.baseUrl() + api.provingRead()))
                .header(api.authHeader(), api.authPrefix() + value)
                .header("Accept", "application/json")
                .GET()
                .build();
        try {
            return judged(BoundedHttp.send(read));
        } catch (IOException silent) {
            return new Unclear(silent.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        }
    }

    private static ProviderAnswer judged(BoundedHttp.Answer answer) {
        return switch (answer.status()) {
            case 401, 403 -> new Rejected(answer.status());
            case 200, 201, 202, 203 -> isDocument(answer.body()) ? new Accepted() : new Unclear("no_json");
            default -> new Unclear("status_" + answer.status());
        };
    }

    private static boolean isDocument(String body) {
        String text = body.strip();
        return (text.startsWith("{") || text.startsWith("[")) && Json.isOneValue(text);
    }
}
