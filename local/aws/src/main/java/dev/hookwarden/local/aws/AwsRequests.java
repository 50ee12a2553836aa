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
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers requests in JSON, or in CBOR of the same shape, whatever carries them: finds the service, runs the action, and makes its output or
 * its error the answer. Never throws for a request.
 */
public final class AwsRequests {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final CBORMapper CBOR = new CBORMapper();

    private volatile S3Requests s3 = new S3Requests(null);
    private final Map<AwsApi, AwsService> services = new ConcurrentHashMap<>(new EnumMap<>(AwsApi.class));

    /** Serves an API from now on; replaces what served it before. */
    public AwsRequests serve(AwsApi api, AwsService service) {
        services.put(api, service);
        return this;
    }

    /** Serves S3 from now on, with buckets in the path. */
    public AwsRequests serveS3(RestService buckets) {
        s3 = new S3Requests(buckets);
        return this;
    }

    boolean serves(AwsApi api) {
        return services.containsKey(api);
    }

    /** Answers one request to S3. */
    public AwsAnswer answer(RestRequest request) {
        return s3.answer(request);
    }

    /**
     * Answers one request.
     *
     * @param target service and action, as {@code secretsmanager.GetSecretValue}
     */
    public AwsAnswer answer(String target, byte[] body) {
        AwsApi api = apiOf(target);
        try {
            AwsService service = services.get(api);
            if (service == null || !target.startsWith(api.targetPrefix() + ".")) {
                throw AwsError.unknownOperation(target);
            }
            return AwsAnswer.of(api, service.answer(target.substring(target.indexOf('.') + 1), read(api, body)));
        } catch (AwsError e) {
            return AwsAnswer.of(api, e);
        } catch (RuntimeException e) {
            // The type alone: a message might quote the input, which may be a secret.
            return AwsAnswer.of(
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

    private static ObjectNode read(AwsApi api, byte[] body) {
        ObjectMapper format = api.isCbor() ? CBOR : JSON;
        try {
            JsonNode input = body.length == 0 ? JSON.createObjectNode() : format.readTree(body);
            if (input instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw AwsError.refused("SerializationException", "The body is not what its protocol says.");
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
        throw AwsError.refused("SerializationException", "The body is not an object.");
    }
}
