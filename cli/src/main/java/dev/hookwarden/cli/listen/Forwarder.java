package dev.hookwarden.cli.listen;

import dev.hookwarden.local.sending.WebhookClient;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Sends copies to the application. */
record Forwarder(WebhookClient client, URI address, Signatures signatures, InstantSource clock) {
    Forwarded forward(Copy copy) throws InterruptedException {
        Optional<Map<String, String>> headers = signatures.of(copy, clock.instant());
        return headers.isPresent()
                ? post(copy, headers.get())
                : new Forwarded.Failed("signed anew, it does not verify");
    }

    private Forwarded post(Copy copy, Map<String, String> headers) throws InterruptedException {
        Instant began = clock.instant();
        try {
            HttpResponse<String> answer =
                    client.post(address, headers, copy.payload().bytes());
            return new Forwarded.Answered(answer.statusCode(), Duration.between(began, clock.instant()));
        } catch (ConnectException refused) {
            return new Forwarded.Failed("nothing answers there");
        } catch (IOException broken) {
            return new Forwarded.Failed(broken.getClass().getSimpleName());
        }
    }
}
