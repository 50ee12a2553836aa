package dev.hookwarden.local.aws.secretsmanager;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which version holds which staging label. A label has one holder by construction. */
record StageLabels(Map<String, String> holders) {
    static final String CURRENT = "AWSCURRENT";
    static final String PENDING = "AWSPENDING";
    static final String PREVIOUS = "AWSPREVIOUS";
    static final int MAX_PER_VERSION = 20;

    StageLabels {
        holders = Collections.unmodifiableMap(new TreeMap<>(holders));
    }

    static StageLabels none() {
        return new StageLabels(Map.of());
    }

    @Nullable
    String holder(String label) {
        return holders.get(label);
    }

    List<String> of(String versionId) {
        return holders.entrySet().stream()
                .filter(entry -> entry.getValue().equals(versionId))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Puts a label on a version, taking it from its holder. When AWSCURRENT leaves a version, AWSPREVIOUS moves to that
     * version in the same change (API reference: PutSecretValue, UpdateSecretVersionStage).
     */
    StageLabels move(String label, String versionId) {
        Map<String, String> moved = new TreeMap<>(holders);
        String left = moved.put(label, versionId);
        if (label.equals(CURRENT) && left != null && !left.equals(versionId)) {
            moved.put(PREVIOUS, left);
        }
        return new StageLabels(moved).checked(versionId);
    }

    private StageLabels checked(String versionId) {
        if (of(versionId).size() > MAX_PER_VERSION) {
            throw Refusals.limit("A version can have at most " + MAX_PER_VERSION + " staging labels.");
        }
        return this;
    }

    StageLabels remove(String label) {
        Map<String, String> rest = new TreeMap<>(holders);
        rest.remove(label);
        return new StageLabels(rest);
    }

    /** AWS calls a pending version that is not current a rotation in progress (API reference: RotateSecret). */
    boolean pendingIsNotCurrent() {
        String pending = holder(PENDING);
        return pending != null && !pending.equals(holder(CURRENT));
    }
}
