package dev.hookwarden.rotation;

import dev.hookwarden.delivery.Payload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** Posts over HTTP. */
public final class HttpCanaryPost implements CanaryPost {
    private final URI webhookBaseUrl;

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
        try {
            return BoundedHttp.send(request.build()).status();
        } catch (IOException silent) {
            return NO_ANSWER;
        }
    }
}
