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

/**
 * Where a key stands at one moment: its versions, its rotation and its inbox; no value of any.
 *
 * @param key with the overlap of this installation
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

    /** The same as names and values of JSON's kinds, for people and programs that read it. */
    public Map<String, Object> fields(Instant now) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", key.id());
        fields.put("state", KeyDiagnosis.of(this, now).getFirst().words());
        age(now).ifPresent(age -> fields.put("ageDays", age.toDays()));
        fields.put("versions", versions.stream().map(KeyState::fields).toList());
        overlapEnds().ifPresent(end -> fields.put("overlapEnds", end.toString()));
        fields.put("inbox", inboxWaiting ? "waiting" : "empty");
        fields.put("rotationEnabled", rotation.enabled());
        rotation.last().ifPresent(last -> fields.put("lastRotated", last.toString()));
        rotation.next().ifPresent(next -> fields.put("nextRotation", next.toString()));
        return fields;
    }

    private static Map<String, Object> fields(StagedVersion version) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", version.id());
        fields.put("stages", version.stages());
        version.createdAt().ifPresent(createdAt -> fields.put("createdAt", createdAt.toString()));
        fields.put("hasValue", version.hasValue());
        return fields;
    }
}
