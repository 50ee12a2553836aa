package dev.hookwarden.secrets;

import dev.hookwarden.signing.KeyStage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of a key that carries staging labels; not its value.
 *
 * @param stages the labels as Secrets Manager writes them, sorted
 * @param createdAt empty for a version that was announced and never got a value
 * @param hasValue false for one that a rotation announced and never filled
 */
public record StagedVersion(String id, List<String> stages, Optional<Instant> createdAt, boolean hasValue) {
    private static final int SHORT = 8;

    public StagedVersion {
        stages = stages.stream().sorted().toList();
    }

    public boolean isAt(KeyStage stage) {
        return stages.contains(stage.label());
    }

    /** Whether it waits to become current. AWSPENDING may stay on a version that has become current: that one waits for nothing. */
    public boolean isCandidate() {
        return isAt(KeyStage.PENDING) && !isAt(KeyStage.CURRENT) && !isAt(KeyStage.PREVIOUS);
    }

    /** Whether it passed testSecret. */
    public boolean isTested() {
        return stages.contains(KeyMarks.TESTED_LABEL);
    }

    /** The beginning of its id, enough to tell versions of one key apart. */
    public String shortId() {
        return shortId(id);
    }

    /** The beginning of a version's id. */
    public static String shortId(String id) {
        return id.length() > SHORT ? id.substring(0, SHORT) : id;
    }
}
