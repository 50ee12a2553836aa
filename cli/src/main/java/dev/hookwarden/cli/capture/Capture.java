package dev.hookwarden.cli.capture;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.http.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * What a file holds of an attempt: its headers, and with some forms more.
 *
 * @param payload the body, where the file has one
 * @param receivedAt when it was received, where the file says so
 */
public record Capture(Headers headers, Optional<Payload> payload, Optional<Instant> receivedAt) {
    /**
     * Reads lines of {@code name: value}, with or without a line of request in front and a body after an empty line; or JSON, either an
     * object of headers or an event of API Gateway.
     *
     * @throws MalformedCaptureException if it is none of these
     */
    public static Capture of(byte[] file) {
        boolean isJson =
                new String(file, StandardCharsets.ISO_8859_1).stripLeading().startsWith("{");
        return isJson ? JsonCapture.read(file) : LinesCapture.read(file);
    }
}
