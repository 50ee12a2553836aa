package dev.hookwarden.cli.keys;

import dev.hookwarden.secrets.KeyMarks;
import dev.hookwarden.secrets.StagedVersion;
import dev.hookwarden.signing.KeyStage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Changes one key's secret and its inbox. */
record KeySecret(SecretsManagerClient secretsManager, String secret, String inbox) {

    /** Puts a key where its rotation takes it from. */
    void submit(String key) {
        secretsManager.putSecretValue(put -> put.secretId(inbox).secretString(key));
    }

    /** Makes a value current at once, without a rotation. */
    void putCurrent(String value) {
        secretsManager.putSecretValue(put -> put.secretId(secret).secretString(value));
    }

    /**
     * Moves AWSCURRENT from this version to a new one that holds the value, unless another has become current meanwhile; says whether it
     * did. AWSPREVIOUS is then on this version.
     */
    boolean replaceCurrent(StagedVersion version, String value) {
        String replacement = secretsManager
                .putSecretValue(put -> put.secretId(secret).secretString(value).versionStages(KeyMarks.REVOKED_LABEL))
                .versionId();
        try {
            secretsManager.updateSecretVersionStage(update -> update.secretId(secret)
                    .versionStage(KeyStage.CURRENT.label())
                    .removeFromVersionId(version.id())
                    .moveToVersionId(replacement));
            return true;
        } catch (InvalidParameterException elsewhere) {
            return false;
        }
    }

    /** Whether the secret has this version, even one without labels. */
    boolean hasVersion(String versionId) {
        return secretsManager
                .listSecretVersionIdsPaginator(list -> list.secretId(secret).includeDeprecated(true))
                .stream()
                .flatMap(page -> page.versions().stream())
                .anyMatch(version -> version.versionId().equals(versionId));
    }

    /** Whether this stage's version holds this text. */
    boolean holds(KeyStage stage, String text) {
        return value(secret, stage).filter(value -> areSame(value, text)).isPresent();
    }

    /** Empties the inbox if it holds what this version of the key holds, and says whether it did. */
    boolean emptyInboxOf(String versionId) {
        Optional<String> submitted = value(inbox, KeyStage.CURRENT);
        Optional<String> leaked = submitted.isEmpty() ? Optional.empty() : value(versionId);
        boolean same = leaked.isPresent() && areSame(submitted.get(), leaked.get());
        if (same) {
            submit(KeyMarks.INBOX_EMPTY);
        }
        return same;
    }

    /**
     * Starts a rotation and says which version will be the new key.
     *
     * @throws software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException when another is not complete, or there is no
     *     function for it
     */
    String rotate() {
        return secretsManager.rotateSecret(rotate -> rotate.secretId(secret)).versionId();
    }

    /**
     * Takes a label off this version, if it is still there, and says whether it was. AWSCURRENT can't be taken off: it can only move.
     */
    boolean takeOff(KeyStage stage, StagedVersion version) {
        try {
            secretsManager.updateSecretVersionStage(update ->
                    update.secretId(secret).versionStage(stage.label()).removeFromVersionId(version.id()));
            return true;
        } catch (InvalidParameterException elsewhere) {
            return false;
        }
    }

    private Optional<String> value(String ofSecret, KeyStage stage) {
        try {
            return Optional.ofNullable(secretsManager
                    .getSecretValue(get -> get.secretId(ofSecret).versionStage(stage.label()))
                    .secretString());
        } catch (ResourceNotFoundException none) {
            return Optional.empty();
        }
    }

    private Optional<String> value(String versionId) {
        try {
            return Optional.ofNullable(secretsManager
                    .getSecretValue(get -> get.secretId(secret).versionId(versionId))
                    .secretString());
        } catch (ResourceNotFoundException none) {
            return Optional.empty();
        }
    }

    private static boolean areSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
