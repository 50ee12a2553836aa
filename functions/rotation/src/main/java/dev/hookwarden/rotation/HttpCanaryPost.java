package dev.hookwarden.rotation;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.provider.Pins;
import dev.hookwarden.providerapi.BoundedHttp;
import dev.hookwarden.providerapi.HttpAnswer.Broken;
import dev.hookwarden.providerapi.HttpAnswer.Whole;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;

/** Posts over HTTP. */
public final class HttpCanaryPost implements CanaryPost {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final URI webhookBaseUrl;
    private final BoundedHttp http = BoundedHttp.to(Pins.NONE);

    /** @param webhookBaseUrl what stands before {@code /webhooks/}, without a slash at its end */
    public HttpCanaryPost(URI webhookBaseUrl) {
        this.webhookBaseUrl = webhookBaseUrl;
    }

    @Override
    public int post(String providerId, Map<String, String> headers, Payload payload) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(webhookBaseUrl + "/webhooks/" + providerId))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(payload.bytes()));
        headers.forEach(request::header);
        return switch (http.send(request.build(), PATIENCE)) {
            case Whole answer -> answer.status();
            case Broken _ -> NO_ANSWER;
        };
    }
}
