package dev.hookwarden.secrets;

import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.signing.KeyStage;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a key stands at one moment: its versions, its rotation and its inbox; no value of any.
 *
 * @param key with the overlap and the days between rotations of this installation
 * @param versions those with a label: current, pending, previous, then others
 * @param revoked whether the current value is {@link KeyMarks#REVOKED}
 * @param inboxWaiting whether the inbox holds a key
 * @param inboxHoldsPending whether that key is the pending version's
 */
public record KeyState(
        ProviderKey key,
        List<StagedVersion> versions,
        boolean revoked,
        boolean inboxWaiting,
        boolean inboxHoldsPending,
        RotationDates rotation) {
    private static final List<KeyStage> SHOWN_FIRST = List.of(KeyStage.CURRENT, KeyStage.PENDING, KeyStage.PREVIOUS);

    public KeyState {
        versions = versions.stream()
                .sorted(Comparator.comparingInt(KeyState::rank).thenComparing(StagedVersion::id))
                .toList();
    }

    private static int rank(StagedVersion version) {
        return SHOWN_FIRST.stream()
                .filter(version::isAt)
                .findFirst()
                .map(SHOWN_FIRST::indexOf)
                .orElse(SHOWN_FIRST.size());
    }

    /** The version at this stage. */
    public Optional<StagedVersion> at(KeyStage stage) {
        return versions.stream().filter(version -> version.isAt(stage)).findFirst();
    }

    /** The version that waits to become current. */
    public Optional<StagedVersion> candidate() {
        return versions.stream().filter(StagedVersion::isCandidate).findFirst();
    }

    /** Whether the key before the current one goes on verifying for a while at all. */
    public boolean overlaps() {
        return !key.overlap().isZero();
    }

    /** When the previous version stops verifying, or stopped; empty when there is none, or none ever verifies. */
    public Optional<Instant> overlapEnds() {
        return at(KeyStage.PREVIOUS)
                .filter(previous -> overlaps())
                .flatMap(previous -> at(KeyStage.CURRENT))
                .flatMap(StagedVersion::createdAt)
                .map(createdAt -> Overlap.end(createdAt, rotation.last(), key.overlap()));
    }

    /** How old the current version is; empty when there is none. */
    public Optional<Duration> age(Instant now) {
        return at(KeyStage.CURRENT)
                .flatMap(StagedVersion::createdAt)
                .map(createdAt -> Duration.between(createdAt, now));
    }

    /** The same as names and values of JSON's kinds, null where there is none, for people and programs that read it. */
    public Map<String, @Nullable Object> fields(Instant now) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("key", key.id());
        fields.put("state", KeyDiagnosis.of(this, now).getFirst().words());
        fields.put("ageDays", age(now).map(Duration::toDays).orElse(null));
        fields.put("versions", versions.stream().map(KeyState::fields).toList());
        fields.put("overlapEnds", text(overlapEnds()));
        fields.put("inbox", inboxWaiting ? "waiting" : "empty");
        fields.put("rotationEnabled", rotation.enabled());
        fields.put("lastRotated", text(rotation.last()));
        fields.put("nextRotation", text(rotation.next()));
        return fields;
    }

    private static @Nullable String text(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }

    private static Map<String, @Nullable Object> fields(StagedVersion version) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", version.id());
        fields.put("stages", version.stages());
        fields.put("createdAt", text(version.createdAt()));
        fields.put("hasValue", version.hasValue());
        return fields;
    }
}
