package dev.hookwarden.secrets;

import static java.util.function.Predicate.not;

import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.signing.KeyStage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.RotationRulesType;

/**
 * Reads where keys stand. It looks at values to tell a key from a mark and a version from an empty one, and lets none of them out.
 *
 * <p>Needs {@code DescribeSecret} and {@code ListSecretVersionIds} on the secrets, and {@code GetSecretValue} on them and their inboxes unless it
 * goes {@link #byLabels by labels}.
 */
public final class KeyStates {
    /** The tag by which a secret says the overlap of its installation, in ISO 8601; without it the provider's constant does. */
    public static final String OVERLAP_TAG = "hookwarden:overlap";

    private final SecretsManagerClient secretsManager;
    private final SecretNames names;
    private final boolean readsValues;

    public KeyStates(SecretsManagerClient secretsManager, SecretNames names) {
        this(secretsManager, names, true);
    }

    private KeyStates(SecretsManagerClient secretsManager, SecretNames names, boolean readsValues) {
        this.secretsManager = secretsManager;
        this.names = names;
        this.readsValues = readsValues;
    }

    /** For whom values are none of its business: every inbox seems empty then, and every pending version seems to have a value. */
    public static KeyStates byLabels(SecretsManagerClient secretsManager, SecretNames names) {
        return new KeyStates(secretsManager, names, false);
    }

    /** Where the key stands; nothing when its secret isn't there, or is to be deleted. */
    public Optional<KeyState> read(ProviderKey key) {
        try {
            String secret = names.secret(key);
            DescribeSecretResponse described = secretsManager.describeSecret(request -> request.secretId(secret));
            return described.deletedDate() == null ? Optional.of(read(key, secret, described)) : Optional.empty();
        } catch (ResourceNotFoundException missing) {
            return Optional.empty();
        }
    }

    private KeyState read(ProviderKey key, String secret, DescribeSecretResponse described) {
        Optional<String> current = valueAt(KeyStage.CURRENT, secret, described);
        Optional<String> pending = valueAt(KeyStage.PENDING, secret, described);
        // A rotation that died between its last two calls leaves the key that is current already.
        Optional<String> submitted = submitted(key).filter(text -> !areSame(Optional.of(text), current));
        return new KeyState(
                asInstalled(key, described),
                versions(secret, described, pending.isPresent() || !readsValues),
                current.filter(KeyMarks.REVOKED::equals).isPresent() || isLabelledRevoked(described),
                submitted.isPresent(),
                areSame(submitted, pending),
                new RotationDates(
                        Boolean.TRUE.equals(described.rotationEnabled()),
                        Optional.ofNullable(described.lastRotatedDate()),
                        Optional.ofNullable(described.nextRotationDate()),
                        Optional.ofNullable(described.lastChangedDate())));
    }

    private static boolean isLabelledRevoked(DescribeSecretResponse described) {
        return described.versionIdsToStages().values().stream()
                .anyMatch(labels -> labels.containsAll(List.of(KeyStage.CURRENT.label(), KeyMarks.REVOKED_LABEL)));
    }

    /** Only an announced version has no value, and only AWSPENDING is ever on one. */
    private List<StagedVersion> versions(String secret, DescribeSecretResponse described, boolean pendingHasValue) {
        Map<String, Instant> createdAt = createdAt(secret);
        return described.versionIdsToStages().entrySet().stream()
                .map(version -> new StagedVersion(
                        version.getKey(),
                        version.getValue(),
                        Optional.ofNullable(createdAt.get(version.getKey())),
                        pendingHasValue || !version.getValue().contains(KeyStage.PENDING.label())))
                .toList();
    }

    private Map<String, Instant> createdAt(String secret) {
        Map<String, Instant> createdAt = new HashMap<>();
        secretsManager
                .listSecretVersionIdsPaginator(request -> request.secretId(secret))
                .forEach(page -> page.versions().stream()
                        .filter(version -> version.createdDate() != null)
                        .forEach(version -> createdAt.put(version.versionId(), version.createdDate())));
        return createdAt;
    }

    private Optional<String> valueAt(KeyStage stage, String secret, DescribeSecretResponse described) {
        return described.versionIdsToStages().entrySet().stream()
                .filter(version -> version.getValue().contains(stage.label()))
                .findFirst()
                .flatMap(version -> value(request -> request.secretId(secret).versionId(version.getKey())));
    }

    private Optional<String> submitted(ProviderKey key) {
        return value(request -> request.secretId(names.inbox(key)).versionStage(KeyStage.CURRENT.label()))
                .filter(not(KeyMarks.INBOX_EMPTY::equals));
    }

    private Optional<String> value(Consumer<GetSecretValueRequest.Builder> request) {
        if (!readsValues) {
            return Optional.empty();
        }
        try {
            return Optional.of(secretsManager.getSecretValue(request)).map(GetSecretValueResponse::secretString);
        } catch (ResourceNotFoundException none) {
            return Optional.empty();
        }
    }

    private static boolean areSame(Optional<String> one, Optional<String> other) {
        return one.isPresent()
                && other.isPresent()
                && MessageDigest.isEqual(
                        one.get().getBytes(StandardCharsets.UTF_8), other.get().getBytes(StandardCharsets.UTF_8));
    }

    private static ProviderKey asInstalled(ProviderKey key, DescribeSecretResponse described) {
        return Optional.ofNullable(described.rotationRules())
                .map(RotationRulesType::automaticallyAfterDays)
                .map(days -> withOverlap(key, described).withRotateEvery(Duration.ofDays(days)))
                .orElseGet(() -> withOverlap(key, described));
    }

    private static ProviderKey withOverlap(ProviderKey key, DescribeSecretResponse described) {
        return described.tags().stream()
                .filter(tag -> tag.key().equals(OVERLAP_TAG))
                .flatMap(tag -> overlap(tag.value()).stream())
                .findFirst()
                .map(key::withOverlap)
                .orElse(key);
    }

    private static Optional<Duration> overlap(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
