package dev.hookwarden.rotation;

import dev.hookwarden.secrets.KeyMarks;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The inbox secrets, where people put new keys. An inbox without a value or holding {@value #EMPTY} is empty. */
final class SecretsManagerInbox {
    /** What an emptied inbox holds; Secrets Manager has no value of nothing. */
    static final String EMPTY = KeyMarks.INBOX_EMPTY;

    /** The label of the version that holds {@link #EMPTY} until AWSCURRENT moves to it. */
    private static final String EMPTIED = "HOOKWARDEN_EMPTY";

    private final SecretsManagerClient secretsManager;
    private final SecretsManagerVersions versions;

    SecretsManagerInbox(SecretsManagerClient secretsManager, SecretsManagerVersions versions) {
        this.secretsManager = secretsManager;
        this.versions = versions;
    }

    /** The key that waits in this inbox. */
    Optional<String> submitted(String inbox) {
        return current(inbox).map(StagedValue::value);
    }

    /**
     * Empties the inbox if it holds this key. Putting a value takes no condition, so it is put aside and made current by
     * compare-and-swap: what a person submits in between stays.
     */
    void empty(String inbox, String key) {
        current(inbox)
                .filter(submission -> MessageDigest.isEqual(bytes(submission.value()), bytes(key)))
                .ifPresent(submission -> {
                    String marker = putMarker(inbox, submission.versionId());
                    versions.move(inbox, SecretStages.CURRENT, Optional.of(submission.versionId()), marker);
                });
    }

    private Optional<StagedValue> current(String inbox) {
        return versions.current(inbox).filter(held -> !held.value().equals(EMPTY));
    }

    /** Its id comes from the version that it follows, so that repeating the step makes no second one. */
    private String putMarker(String inbox, String submissionId) {
        String id = UUID.nameUUIDFromBytes(bytes(EMPTIED + submissionId)).toString();
        secretsManager.putSecretValue(request -> request.secretId(inbox)
                .clientRequestToken(id)
                .secretString(EMPTY)
                .versionStages(EMPTIED));
        return id;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
