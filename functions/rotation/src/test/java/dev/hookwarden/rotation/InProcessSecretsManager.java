package dev.hookwarden.rotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsError;
import dev.hookwarden.local.aws.AwsService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageRequest;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageResponse;

/**
 * The SDK's client over the stand-in without HTTP between them, for tests that make hundreds of thousands of calls. That the same code works
 * over HTTP is for {@link RotationOverHttpTest}.
 */
final class InProcessSecretsManager implements SecretsManagerClient {
    private final AwsService service;
    private final Calls calls;

    InProcessSecretsManager(AwsService service, Calls calls) {
        this.service = service;
        this.calls = calls;
    }

    @Override
    public DescribeSecretResponse describeSecret(DescribeSecretRequest request) {
        ObjectNode answer = call("DescribeSecret", input(request.secretId()));
        Map<String, List<String>> stages = new HashMap<>();
        answer.path("VersionIdsToStages")
                .properties()
                .forEach(version -> stages.put(version.getKey(), texts(version.getValue())));
        return DescribeSecretResponse.builder()
                .arn(answer.path("ARN").textValue())
                .rotationEnabled(answer.path("RotationEnabled").asBoolean())
                .lastRotatedDate(time(answer.get("LastRotatedDate")))
                .deletedDate(time(answer.get("DeletedDate")))
                .versionIdsToStages(stages)
                .build();
    }

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
        ObjectNode answer = call(
                "GetSecretValue",
                input(request.secretId())
                        .put("VersionId", request.versionId())
                        .put("VersionStage", request.versionStage()));
        return GetSecretValueResponse.builder()
                .versionId(answer.path("VersionId").textValue())
                .secretString(answer.path("SecretString").textValue())
                .createdDate(time(answer.get("CreatedDate")))
                .build();
    }

    @Override
    public PutSecretValueResponse putSecretValue(PutSecretValueRequest request) {
        ObjectNode input = input(request.secretId())
                .put("ClientRequestToken", request.clientRequestToken())
                .put("SecretString", request.secretString())
                .put("RotationToken", request.rotationToken());
        request.versionStages().forEach(input.putArray("VersionStages")::add);
        call("PutSecretValue", input);
        return PutSecretValueResponse.builder().build();
    }

    @Override
    public UpdateSecretVersionStageResponse updateSecretVersionStage(UpdateSecretVersionStageRequest request) {
        call(
                "UpdateSecretVersionStage",
                input(request.secretId())
                        .put("VersionStage", request.versionStage())
                        .put("RemoveFromVersionId", request.removeFromVersionId())
                        .put("MoveToVersionId", request.moveToVersionId()));
        return UpdateSecretVersionStageResponse.builder().build();
    }

    private static ObjectNode input(String secretId) {
        return JsonNodeFactory.instance.objectNode().put("SecretId", secretId);
    }

    private ObjectNode call(String action, ObjectNode input) {
        return calls.make(action, () -> answer(action, input), () -> {
            throw SecretsManagerException.builder()
                    .statusCode(500)
                    .message("Failed as planned")
                    .awsErrorDetails(AwsErrorDetails.builder()
                            .errorCode("InternalServiceError")
                            .build())
                    .build();
        });
    }

    private ObjectNode answer(String action, ObjectNode input) {
        try {
            return service.answer(action, input);
        } catch (AwsError refused) {
            var details = AwsErrorDetails.builder().errorCode(refused.code()).build();
            throw (switch (refused.code()) {
                        case "ResourceNotFoundException" -> ResourceNotFoundException.builder();
                        case "ResourceExistsException" -> ResourceExistsException.builder();
                        case "InvalidParameterException" -> InvalidParameterException.builder();
                        default -> SecretsManagerException.builder();
                    })
                    .message(refused.getMessage())
                    .awsErrorDetails(details)
                    .statusCode(refused.status())
                    .build();
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private static @Nullable Instant time(@Nullable JsonNode seconds) {
        return seconds == null ? null : Instant.ofEpochMilli((long) (seconds.doubleValue() * 1000));
    }

    @Override
    public String serviceName() {
        return "secretsmanager";
    }

    @Override
    public void close() {}
}
