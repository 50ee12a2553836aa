package dev.hookwarden.local.keys;

import dev.hookwarden.explain.KeyStanding;
import dev.hookwarden.explain.KnownKey;
import dev.hookwarden.secrets.KeyMarks;
import dev.hookwarden.secrets.KeyState;
import dev.hookwarden.secrets.SecretNames;
import dev.hookwarden.secrets.StagedVersion;
import dev.hookwarden.signing.KeyStage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretVersionsListEntry;

/**
 * Every version of some keys, those without a stage too.
 *
 * @param unread the versions whose value could not be read, each with its reason
 */
public record KnownKeys(List<KnownKey> keys, List<String> unread) {
    private static final List<KeyStage> STAGES = List.of(KeyStage.CURRENT, KeyStage.PENDING, KeyStage.PREVIOUS);

    public KnownKeys {
        keys = List.copyOf(keys);
        unread = List.copyOf(unread);
    }

    /** Reads every version of these. */
    public static KnownKeys read(SecretsManagerClient secrets, SecretNames names, List<KeyState> states) {
        List<KnownKey> keys = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (KeyState state : states) {
            String secret = names.secret(state.key());
            List<SecretVersionsListEntry> versions = versions(secrets, secret);
            for (SecretVersionsListEntry version : versions) {
                try {
                    String text = secrets.getSecretValue(
                                    get -> get.secretId(secret).versionId(version.versionId()))
                            .secretString();
                    if (text != null && !text.equals(KeyMarks.REVOKED)) {
                        keys.add(new KnownKey(
                                state.key().id(), shortId(version), standing(state, version, versions), text));
                    }
                } catch (AwsServiceException refused) {
                    unread.add(state.key().id() + ", version " + shortId(version) + ": "
                            + refused.awsErrorDetails().errorCode());
                }
            }
        }
        return new KnownKeys(keys, unread);
    }

    /** The youngest first; a version that was announced and never filled has no date. */
    private static List<SecretVersionsListEntry> versions(SecretsManagerClient secrets, String secret) {
        return secrets
                .listSecretVersionIdsPaginator(list -> list.secretId(secret).includeDeprecated(true))
                .stream()
                .flatMap(page -> page.versions().stream())
                .sorted(Comparator.comparing(
                        SecretVersionsListEntry::createdDate, Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
    }

    private static String shortId(SecretVersionsListEntry version) {
        return StagedVersion.shortId(version.versionId());
    }

    private static KeyStanding standing(
            KeyState state, SecretVersionsListEntry version, List<SecretVersionsListEntry> versions) {
        Optional<KeyStage> stage = STAGES.stream()
                .filter(each -> version.versionStages().contains(each.label()))
                .findFirst();
        if (stage.isEmpty() || (stage.get() == KeyStage.PREVIOUS && !state.overlaps())) {
            return new KeyStanding.Retired(replacedAt(version, versions));
        }
        return new KeyStanding.Staged(
                stage.get(), stage.get() == KeyStage.PREVIOUS ? state.overlapEnds() : Optional.empty());
    }

    /** AWS doesn't date the loss of a label: the next version's creation comes closest. */
    private static Optional<Instant> replacedAt(
            SecretVersionsListEntry version, List<SecretVersionsListEntry> versions) {
        return Optional.ofNullable(version.createdDate())
                .flatMap(created -> versions.stream()
                        .flatMap(other -> Stream.ofNullable(other.createdDate()))
                        .filter(created::isBefore)
                        .min(Comparator.naturalOrder()));
    }
}
