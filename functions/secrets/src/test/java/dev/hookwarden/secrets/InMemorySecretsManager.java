package dev.hookwarden.secrets;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Secrets with versions and stages, read through the SDK's interface. Refuses to be asked for a value by anything but version id. */
final class InMemorySecretsManager implements SecretsManagerClient {
    final AtomicInteger describes = new AtomicInteger();
    final AtomicInteger gets = new AtomicInteger();

    private final InstantSource clock;
    private final Map<String, Secret> secrets = new HashMap<>();
    private final Map<String, Integer> unseen = new HashMap<>();
    private Optional<RuntimeException> fault = Optional.empty();
    private Runnable beforeDescribe = () -> {};

    InMemorySecretsManager(InstantSource clock) {
        this.clock = clock;
    }

    /** Puts a version as PutSecretValue does without stages: it is current at once, and the one before is previous. */
    void put(String name, String versionId, String value) {
        add(name, versionId, GetSecretValueResponse.builder().secretString(value));
        promote(name, versionId);
    }

    void putBinary(String name, String versionId, byte[] value) {
        add(name, versionId, GetSecretValueResponse.builder().secretBinary(SdkBytes.fromByteArray(value)));
        promote(name, versionId);
    }

    void putPending(String name, String versionId, String value) {
        add(name, versionId, GetSecretValueResponse.builder().secretString(value));
        secret(name).move("AWSPENDING", versionId);
    }

    /** As RotateSecret leaves it before its function has put a value. */
    void announcePending(String name, String versionId) {
        secret(name).move("AWSPENDING", versionId);
    }

    /** Ends a rotation: its version becomes current, and the rotation is dated. */
    void finishRotation(String name, String versionId) {
        promote(name, versionId);
        secret(name).lastRotatedAt = Optional.of(clock.instant());
    }

    void promote(String name, String versionId) {
        secret(name).holder("AWSCURRENT").ifPresent(before -> secret(name).move("AWSPREVIOUS", before));
        secret(name).move("AWSCURRENT", versionId);
    }

    void unlabel(String name, String stage) {
        secret(name).labels.values().forEach(stages -> stages.remove(stage));
    }

    void scheduleDeletion(String name) {
        secret(name).deletedAt = Optional.of(clock.instant());
    }

    void delete(String name) {
        secrets.remove(name);
    }

    /** Hides a version from the next reads of its value, as eventual consistency does. */
    void hide(String versionId, int reads) {
        unseen.put(versionId, reads);
    }

    void failWith(RuntimeException newFault) {
        fault = Optional.of(newFault);
    }

    void recover() {
        fault = Optional.empty();
    }

    void beforeDescribe(Runnable action) {
        beforeDescribe = action;
    }

    int calls() {
        return describes.get() + gets.get();
    }

    @Override
    public DescribeSecretResponse describeSecret(DescribeSecretRequest request) {
        describes.incrementAndGet();
        beforeDescribe.run();
        fault.ifPresent(InMemorySecretsManager::fail);
        Secret secret = existing(request.secretId());
        Map<String, List<String>> labels = new LinkedHashMap<>();
        secret.labels.forEach((versionId, stages) -> {
            if (!stages.isEmpty()) {
                labels.put(versionId, List.copyOf(stages));
            }
        });
        DescribeSecretResponse.Builder answer = DescribeSecretResponse.builder().versionIdsToStages(labels);
        secret.lastRotatedAt.ifPresent(answer::lastRotatedDate);
        secret.deletedAt.ifPresent(answer::deletedDate);
        return answer.build();
    }

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
        gets.incrementAndGet();
        fault.ifPresent(InMemorySecretsManager::fail);
        if (request.versionId() == null || request.versionStage() != null) {
            throw new AssertionError("Asked for a value by something else than its version id");
        }
        Secret secret = existing(request.secretId());
        if (secret.deletedAt.isPresent()) {
            throw InvalidRequestException.builder()
                    .message("marked for deletion")
                    .build();
        }
        GetSecretValueResponse version = secret.versions.get(request.versionId());
        if (version == null || unseen.merge(request.versionId(), -1, Integer::sum) >= 0) {
            throw ResourceNotFoundException.builder().message("no such value").build();
        }
        return version;
    }

    private static void fail(RuntimeException fault) {
        throw fault;
    }

    private void add(String name, String versionId, GetSecretValueResponse.Builder value) {
        secret(name)
                .versions
                .put(
                        versionId,
                        value.createdDate(clock.instant()).versionId(versionId).build());
    }

    private Secret secret(String name) {
        return secrets.computeIfAbsent(name, _ -> new Secret());
    }

    private Secret existing(String name) {
        Secret secret = secrets.get(name);
        if (secret == null) {
            throw ResourceNotFoundException.builder().message("no such secret").build();
        }
        return secret;
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}

    private static final class Secret {
        private final Map<String, GetSecretValueResponse> versions = new HashMap<>();
        private final Map<String, List<String>> labels = new LinkedHashMap<>();
        private Optional<Instant> lastRotatedAt = Optional.empty();
        private Optional<Instant> deletedAt = Optional.empty();

        private Optional<String> holder(String stage) {
            return labels.entrySet().stream()
                    .filter(version -> version.getValue().contains(stage))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        private void move(String stage, String versionId) {
            labels.values().forEach(stages -> stages.remove(stage));
            labels.computeIfAbsent(versionId, _ -> new ArrayList<>()).add(stage);
        }
    }
}
