package dev.hookwarden.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.hookwarden.http.Headers;
import dev.hookwarden.json.Json;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the few fields needed of an API Gateway REST proxy event, without building the rest
 * (docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html).
 */
final class ApiGatewayEvent {
    private @Nullable String requestId;
    private @Nullable String method;
    private String providerId = "";
    private String sourceIp = "";
    private String body = "";
    private boolean bodyIsBase64;
    private final Headers.Builder singleHeaders = new Headers.Builder();
    private final Headers.Builder allHeaders = new Headers.Builder();
    private boolean hasAllHeaders;

    private ApiGatewayEvent() {}

    /**
     * Reads one event.
     *
     * @throws IOException if it is no JSON, or not an event of a REST API
     */
    static Attempt read(InputStream in) throws IOException {
        ApiGatewayEvent event = new ApiGatewayEvent();
        try (JsonParser json = Json.FACTORY.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("The event is not a JSON object");
            }
            event.eachField(json, event::readField);
        }
        return event.toAttempt();
    }

    private Attempt toAttempt() throws IOException {
        if (requestId == null || method == null) {
            throw new IOException("The event has no httpMethod or no requestContext.requestId: is it a REST API's?");
        }
        Headers headers = (hasAllHeaders ? allHeaders : singleHeaders).build();
        return new Attempt(requestId, method, providerId, headers, body, bodyIsBase64, sourceIp);
    }

    private void readField(String name, JsonParser json) throws IOException {
        switch (name) {
            case "httpMethod" -> method = json.getValueAsString();
            case "body" -> body = json.getValueAsString("");
            case "isBase64Encoded" -> bodyIsBase64 = json.getBooleanValue();
            case "pathParameters" -> eachField(json, this::readPathParameter);
            case "headers" -> eachField(json, (header, value) -> singleHeaders.add(header, value.getValueAsString("")));
            case "multiValueHeaders" -> {
                hasAllHeaders = json.currentToken() == JsonToken.START_OBJECT;
                eachField(json, this::readHeaderValues);
            }
            case "requestContext" -> eachField(json, this::readContext);
            default -> json.skipChildren();
        }
    }

    private void readPathParameter(String name, JsonParser json) throws IOException {
        if (name.equals("provider")) {
            providerId = json.getValueAsString("");
        }
        json.skipChildren();
    }

    private void readHeaderValues(String name, JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                allHeaders.add(name, json.getValueAsString(""));
            }
        }
    }

    private void readContext(String name, JsonParser json) throws IOException {
        switch (name) {
            case "requestId" -> requestId = json.getValueAsString();
            case "identity" -> eachField(json, this::readIdentity);
            default -> json.skipChildren();
        }
    }

    private void readIdentity(String name, JsonParser json) throws IOException {
        if (name.equals("sourceIp")) {
            sourceIp = json.getValueAsString("");
        }
        json.skipChildren();
    }

    /** Visits the fields of the object that the parser stands at the start of; nothing when it stands at something else. */
    private void eachField(JsonParser json, FieldReader reader) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            reader.read(name, json);
        }
    }

    private interface FieldReader {
        void read(String name, JsonParser json) throws IOException;
    }
}
