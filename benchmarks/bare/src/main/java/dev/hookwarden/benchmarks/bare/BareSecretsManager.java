package dev.hookwarden.benchmarks.bare;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.hookwarden.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/** DescribeSecret and GetSecretValue, and of their answers what a keyring reads. */
final class BareSecretsManager implements SecretsManagerClient {
    private final JsonCalls calls;

    BareSecretsManager(JsonCalls calls) {
        this.calls = calls;
    }

    @Override
    public DescribeSecretResponse describeSecret(DescribeSecretRequest request) {
        DescribeSecretResponse.Builder described = DescribeSecretResponse.builder();
        read("DescribeSecret", request.secretId(), null, (name, json) -> {
            switch (name) {
                case "VersionIdsToStages" -> described.versionIdsToStages(stages(json));
                case "LastRotatedDate" -> described.lastRotatedDate(instant(json));
                default -> json.skipChildren();
            }
        });
        return described.build();
    }

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
        GetSecretValueResponse.Builder value = GetSecretValueResponse.builder();
        read("GetSecretValue", request.secretId(), request.versionId(), (name, json) -> {
            switch (name) {
                case "VersionId" -> value.versionId(json.getText());
                case "SecretString" -> value.secretString(json.getText());
                case "CreatedDate" -> value.createdDate(instant(json));
                default -> json.skipChildren();
            }
        });
        return value.build();
    }

    private void read(String action, String secret, @Nullable String version, FieldReader reader) {
        try (JsonParser json = Json.FACTORY.createParser(
                calls.call("secretsmanager", "1.1", "secretsmanager." + action, input(secret, version)))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                reader.read(name, json);
            }
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static byte[] input(String secret, @Nullable String version) throws IOException {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.FACTORY.createGenerator(input)) {
            json.writeStartObject();
            json.writeStringField("SecretId", secret);
            if (version != null) {
                json.writeStringField("VersionId", version);
            }
            json.writeEndObject();
        }
        return input.toByteArray();
    }

    private static Map<String, List<String>> stages(JsonParser json) throws IOException {
        Map<String, List<String>> stages = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            List<String> labels = stages.computeIfAbsent(json.currentName(), version -> new ArrayList<>());
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                labels.add(json.getText());
            }
        }
        return stages;
    }

    private static Instant instant(JsonParser json) throws IOException {
        return Instant.ofEpochMilli((long) (json.getDoubleValue() * 1000));
    }

    private interface FieldReader {
        void read(String name, JsonParser json) throws IOException;
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        calls.http().close();
    }
}
