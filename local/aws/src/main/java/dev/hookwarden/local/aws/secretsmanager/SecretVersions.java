package dev.hookwarden.local.aws.secretsmanager;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All versions of one secret, oldest first, and their labels. */
record SecretVersions(List<SecretVersion> list, StageLabels labels) {
    private static final int KEPT = 100;
    private static final Duration KEPT_ANYWAY = Duration.ofHours(24);

    SecretVersions {
        list = List.copyOf(list);
    }

    static SecretVersions none() {
        return new SecretVersions(List.of(), StageLabels.none());
    }

    @Nullable
    SecretVersion find(String id) {
        return list.stream()
                .filter(version -> version.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    SecretVersion holding(String label) {
        String holder = labels.holder(label);
        return holder == null ? null : find(holder);
    }

    boolean haveValue() {
        return list.stream().anyMatch(version -> version.value() != null);
    }

    /** The version of this id replaced, or added as the newest. */
    SecretVersions with(SecretVersion version) {
        List<SecretVersion> versions = new ArrayList<>(list);
        SecretVersion old = find(version.id());
        if (old == null) {
            versions.add(version);
        } else {
            versions.set(list.indexOf(old), version);
        }
        return new SecretVersions(versions, labels);
    }

    SecretVersions without(String id) {
        return new SecretVersions(
                list.stream().filter(version -> !version.id().equals(id)).toList(), labels);
    }

    SecretVersions labelled(StageLabels other) {
        return new SecretVersions(list, other);
    }

    /**
     * Drops the oldest versions without a label above 100, but none younger than 24 hours (API reference:
     * PutSecretValue).
     */
    SecretVersions pruned(Instant now) {
        List<SecretVersion> kept = new ArrayList<>(list);
        for (SecretVersion version : list) {
            boolean old = version.createdAt().plus(KEPT_ANYWAY).isBefore(now);
            if (kept.size() > KEPT && old && labels.of(version.id()).isEmpty()) {
                kept.remove(version);
            }
        }
        return new SecretVersions(kept, labels);
    }
}
