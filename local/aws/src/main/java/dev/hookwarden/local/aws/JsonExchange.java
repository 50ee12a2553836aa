package dev.hookwarden.local.aws;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** One request in JSON, or in CBOR of the same shape: finds the service, runs the action, writes its answer or its error. */
record JsonExchange(Map<AwsApi, AwsService> services, Reply reply) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final CBORMapper CBOR = new CBORMapper();

    void answer(String target, InputStream body) throws IOException {
        AwsApi api = apiOf(target);
        try {
            AwsService service = services.get(api);
            if (service == null || !target.startsWith(api.targetPrefix() + ".")) {
                throw AwsError.unknownOperation(target);
            }
            reply.success(
                    api, service.answer(target.substring(target.indexOf('.') + 1), read(api, body.readAllBytes())));
        } catch (AwsError e) {
            reply.error(api, e);
        } catch (RuntimeException e) {
            // The type alone: a message might quote the input, which may be a secret.
            reply.error(
                    api,
                    AwsError.internal("The stand-in failed: " + e.getClass().getName()));
        }
    }

    private static AwsApi apiOf(String target) {
        for (AwsApi api : AwsApi.values()) {
            if (target.startsWith(api.targetPrefix() + ".")) {
                return api;
            }
        }
        return AwsApi.SECRETS_MANAGER;
    }

    private static ObjectNode read(AwsApi api, byte[] body) throws IOException {
        ObjectMapper format = api.isCbor() ? CBOR : JSON;
        try {
            JsonNode input = body.length == 0 ? JSON.createObjectNode() : format.readTree(body);
            if (input instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw AwsError.refused("SerializationException", "The body is not what its protocol says.");
        }
        throw AwsError.refused("SerializationException", "The body is not an object.");
    }
}
