package dev.hookwarden.cli.capture;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.http.Headers;
import dev.hookwarden.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** An object of headers, or the event that API Gateway gives a function (docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html). */
final class JsonCapture {
    /** Ingest sees every value of a header, and a tree of JSON holds one of each name. */
    private static final ObjectMapper MAPPER =
            new ObjectMapper(Json.FACTORY).enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private JsonCapture() {}

    static Capture read(byte[] file) {
        JsonNode json = parse(file);
        JsonNode multiple = json.path("multiValueHeaders");
        JsonNode single = json.path("headers");
        boolean isEvent = multiple.isObject() || single.isObject();
        Headers headers = headers(!isEvent ? json : multiple.isObject() ? multiple : single);
        return isEvent
                ? new Capture(headers, payload(json), receivedAt(json))
                : new Capture(headers, Optional.empty(), Optional.empty());
    }

    private static JsonNode parse(byte[] file) {
        try {
            return MAPPER.readTree(file);
        } catch (MismatchedInputException repeated) {
            throw new MalformedCaptureException(
                    "a name stands in it twice; write what a header has of values as an array of texts");
        } catch (IOException malformed) {
            throw new MalformedCaptureException("it begins like JSON and is none");
        }
    }

    private static Headers headers(JsonNode object) {
        Headers.Builder headers = new Headers.Builder();
        object.properties().forEach(header -> {
            JsonNode value = header.getValue();
            if (value.isArray()) {
                value.forEach(each -> headers.add(header.getKey(), each.asText()));
            } else if (value.isValueNode()) {
                headers.add(header.getKey(), value.asText());
            } else {
                throw new MalformedCaptureException(
                        "a header's value is an object; it is a text, or an array of texts");
            }
        });
        return headers.build();
    }

    private static Optional<Payload> payload(JsonNode event) {
        String body = event.path("body").asText("");
        if (!event.path("body").isTextual()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Payload.of(
                    event.path("isBase64Encoded").asBoolean()
                            ? Base64.getDecoder().decode(body)
                            : body.getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException notBase64) {
            throw new MalformedCaptureException("isBase64Encoded is true, and the body is no base64");
        }
    }

    private static Optional<Instant> receivedAt(JsonNode event) {
        JsonNode millis = event.path("requestContext").path("requestTimeEpoch");
        return millis.isIntegralNumber() ? Optional.of(Instant.ofEpochMilli(millis.asLong())) : Optional.empty();
    }
}
