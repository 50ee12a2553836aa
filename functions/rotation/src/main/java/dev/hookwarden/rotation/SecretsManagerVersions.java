package dev.hookwarden.rotation;

import dev.hookwarden.providerapi.Pause;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * The versions of secrets and their labels, in Secrets Manager. Reads may miss what was just written
 * (<a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html">eventually consistent</a>), so those that
 * expect something are repeated {@value #READS} times before they find nothing.
 */
final class SecretsManagerVersions {
    static final int READS = 4;
    private static final Duration BETWEEN_READS = Duration.ofMillis(400);

    private final SecretsManagerClient secretsManager;
    private final Pause pause;

    SecretsManagerVersions(SecretsManagerClient secretsManager, Pause pause) {
        this.secretsManager = secretsManager;
        this.pause = pause;
    }

    /** The secret's labels, or nothing when there is no such secret. */
    Optional<SecretStages> stages(String secret) {
        return stages(secret, stages -> true);
    }

    /** The same, read until they are as expected or the last read is made. */
    Optional<SecretStages> stages(String secret, Predicate<SecretStages> expected) {
        return awaited(() -> described(secret), expected);
    }

    /** What the current version holds; nothing when there is none. */
    Optional<StagedValue> current(String secret) {
        return awaited(() -> currentIfThere(secret), held -> true);
    }

    private Optional<StagedValue> currentIfThere(String secret) {
        return found(() -> secretsManager.getSecretValue(
                        request -> request.secretId(secret).versionStage(SecretStages.CURRENT)))
                .flatMap(answer -> Optional.ofNullable(answer.secretString())
                        .map(value -> new StagedValue(answer.versionId(), value)));
    }

    /** A version's value that should be there; nothing when the version has none. */
    Optional<String> value(String secret, String versionId) {
        return awaited(() -> valueIfThere(secret, versionId), value -> true);
    }

    /** A version's value that may well not be there yet; read once. */
    Optional<String> valueIfThere(String secret, String versionId) {
        return found(() -> secretsManager.getSecretValue(
                        request -> request.secretId(secret).versionId(versionId)))
                .map(GetSecretValueResponse::secretString);
    }

    /** Puts the candidate's value, as pending and nothing else, unless another copy of the function was faster. */
    void putPending(Candidacy candidacy, String value) {
        try {
            secretsManager.putSecretValue(request -> request.secretId(candidacy.secret())
                    .clientRequestToken(candidacy.versionId())
                    .rotationToken(candidacy.rotationToken().isEmpty() ? null : candidacy.rotationToken())
                    .secretString(value)
                    .versionStages(SecretStages.PENDING));
        } catch (ResourceExistsException putByAnother) {
            // What the version holds now, testSecret will look at.
        }
    }

    /**
     * Moves a label, if it still is where it was seen.
     *
     * @param from the version seen to hold it, or empty when none was
     * @return whether it moved; false when it was somewhere else
     */
    boolean move(String secret, String label, Optional<String> from, String to) {
        try {
            secretsManager.updateSecretVersionStage(request -> request.secretId(secret)
                    .versionStage(label)
                    .removeFromVersionId(from.orElse(null))
                    .moveToVersionId(to));
            return true;
        } catch (InvalidParameterException elsewhere) {
            return false;
        }
    }

    private Optional<SecretStages> described(String secret) {
        return found(() -> secretsManager.describeSecret(request -> request.secretId(secret)))
                .map(SecretsManagerVersions::stages);
    }

    private static SecretStages stages(DescribeSecretResponse described) {
        boolean alive = described.deletedDate() == null;
        return new SecretStages(
                alive && Boolean.TRUE.equals(described.rotationEnabled()), described.versionIdsToStages());
    }

    private <T> Optional<T> awaited(Supplier<Optional<T>> read, Predicate<T> expected) {
        Optional<T> answer = read.get();
        for (int reads = 1; reads < READS && answer.filter(expected).isEmpty(); reads++) {
            pause.last(BETWEEN_READS);
            answer = read.get();
        }
        return answer;
    }

    private static <T> Optional<T> found(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (ResourceNotFoundException missing) {
            return Optional.empty();
        }
    }
}
