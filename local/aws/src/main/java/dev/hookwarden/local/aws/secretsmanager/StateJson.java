package dev.hookwarden.local.aws.secretsmanager;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Secrets as JSON and back: the records as they are, instants in ISO 8601. */
final class StateJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_GETTERS, MapperFeature.AUTO_DETECT_IS_GETTERS)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantReader()))
            .build();

    private StateJson() {}

    static JsonNode write(List<Secret> secrets) {
        return JSON.valueToTree(secrets);
    }

    static byte[] bytes(List<Secret> secrets) {
        try {
            return JSON.writeValueAsBytes(secrets);
        } catch (IOException e) {
            throw new IllegalStateException("Secrets cannot be written as JSON", e);
        }
    }

    static Map<String, Secret> read(byte[] json) throws IOException {
        try {
            return byArn(JSON.readValue(json, new TypeReference<List<Secret>>() {}));
        } catch (JacksonException | NullPointerException damaged) {
            // Its message may quote a key.
            throw new IOException("It is damaged");
        }
    }

    static Map<String, Secret> read(JsonNode json) {
        return byArn(JSON.convertValue(json, new TypeReference<List<Secret>>() {}));
    }

    private static Map<String, Secret> byArn(List<Secret> secrets) {
        Map<String, Secret> byArn = new LinkedHashMap<>();
        secrets.forEach(secret -> byArn.put(secret.arn(), secret));
        return byArn;
    }

    private static final class InstantReader extends StdDeserializer<Instant> {
        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Instant.parse(parser.getText());
        }
    }
}
