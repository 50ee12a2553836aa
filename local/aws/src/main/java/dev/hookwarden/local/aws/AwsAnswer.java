package dev.hookwarden.local.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** One answer over HTTP, of whatever protocol. The array must not be changed. */
@SuppressWarnings("ArrayRecordComponent")
public record AwsAnswer(int status, Map<String, String> headers, byte[] body) {
    private static final int OK = 200;
    private static final CBORMapper CBOR = new CBORMapper();

    public AwsAnswer {
        headers = Map.copyOf(headers);
    }

    static AwsAnswer of(AwsApi api, ObjectNode output) {
        return new AwsAnswer(OK, headers(api), bytes(api, output));
    }

    static AwsAnswer of(AwsApi api, AwsError error) {
        Map<String, String> headers = headers(api);
        headers.put("x-amzn-ErrorType", error.code());
        return new AwsAnswer(error.status(), headers, bytes(api, error.body(api)));
    }

    private static Map<String, String> headers(AwsApi api) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", api.contentType());
        if (api.isCbor()) {
            headers.put("smithy-protocol", "rpc-v2-cbor");
        }
        return headers;
    }

    private static byte[] bytes(AwsApi api, ObjectNode body) {
        try {
            return api.isCbor() ? CBOR.writeValueAsBytes(body) : body.toString().getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree always has a form", impossible);
        }
    }

    /** Leaves the body out: it may hold a secret or personal data. */
    @Override
    public String toString() {
        return "AwsAnswer[" + status + ", " + body.length + " bytes]";
    }
}
