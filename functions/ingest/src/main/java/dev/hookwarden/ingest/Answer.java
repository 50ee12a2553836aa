package dev.hookwarden.ingest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hookwarden.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the sender gets: a status, a JSON body of one field, and headers. */
record Answer(int status, Map<String, String> headers, String field, String text) {
    /** The one answer to every failed verification: which check failed is nothing a forger should learn. */
    static final Answer UNAUTHORIZED = error(401, "Invalid signature");

    static final Answer ACCEPTED = new Answer(200, Map.of(), "status", "accepted");

    /** A fault that passes by itself: the provider should send the delivery again. */
    static final Answer UNAVAILABLE =
            error(503, "Temporarily unavailable; send the delivery again").with("Retry-After", "30");

    /** A fault that somebody has to mend: the provider should send the delivery again all the same. */
    static final Answer FAILED = error(500, "Internal error; send the delivery again");

    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer refusing(RequestRefusal refusal) {
        Answer answer = error(refusal.status(), refusal.message());
        return refusal == RequestRefusal.METHOD_NOT_ALLOWED ? answer.with("Allow", "POST") : answer;
    }

    private static Answer error(int status, String message) {
        return new Answer(status, Map.of(), "error", message);
    }

    private Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, field, text);
    }

    /** Writes it as API Gateway expects a proxy integration's answer. */
    void writeTo(OutputStream out) throws IOException {
        try (JsonGenerator json = Json.FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("statusCode", status);
            json.writeObjectFieldStart("headers");
            json.writeStringField("Content-Type", "application/json");
            for (Map.Entry<String, String> header : headers.entrySet()) {
                json.writeStringField(header.getKey(), header.getValue());
            }
            json.writeEndObject();
            json.writeStringField("body", "{\"" + field + "\":\"" + text + "\"}");
            json.writeBooleanField("isBase64Encoded", false);
            json.writeEndObject();
        }
    }
}
