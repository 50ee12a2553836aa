package dev.hookwarden.local.aws.s3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * An object as it is kept. The array must not be changed.
 *
 * @param checksums the checksum headers that came with it
 */
@SuppressWarnings("ArrayRecordComponent")
record StoredObject(byte[] bytes, String contentType, Map<String, String> checksums, Instant modifiedAt) {
    private static final JsonMapper JSON = new JsonMapper();

    StoredObject {
        checksums = Map.copyOf(checksums);
    }

    /** The object that {@link #json} describes. */
    static StoredObject of(JsonNode json) {
        Map<String, String> checksums = new TreeMap<>();
        json.path("checksums")
                .properties()
                .forEach(entry -> checksums.put(entry.getKey(), entry.getValue().asText()));
        try {
            return new StoredObject(
                    json.path("bytes").binaryValue(),
                    json.path("contentType").asText(),
                    checksums,
                    Instant.parse(json.path("modifiedAt").asText()));
        } catch (IOException notBase64) {
            throw new UncheckedIOException("A kept object has no bytes", notBase64);
        }
    }

    ObjectNode json() {
        ObjectNode json = JSON.createObjectNode()
                .put("bytes", bytes)
                .put("contentType", contentType)
                .put("modifiedAt", modifiedAt.toString());
        checksums.forEach(json.putObject("checksums")::put);
        return json;
    }

    /** Leaves the bytes out: they may be personal data. */
    @Override
    public String toString() {
        return "StoredObject[" + bytes.length + " bytes]";
    }
}
