package dev.hookwarden.secrets;

import dev.hookwarden.signing.KeyStage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be the matter with a key, the most pressing first. The runbook has a heading for each. */
public enum KeyDiagnosis {
    NO_KEY_YET(
            "no key yet",
            "The secret has no current value; the provider is answered 503 until it has.",
            "./hookwarden keys submit KEY puts the first key."),
    REVOKED(
            "revoked",
            "The key was revoked while no other was at hand: nothing verifies, and the provider is answered 503 and repeats.",
            "Get a new key from the provider, then ./hookwarden keys submit KEY and ./hookwarden keys rotate KEY."),
    ROTATION_RUNNING(
            "rotation running",
            "A version is pending, and changed less than 15 minutes ago: a rotation is under way, or has just failed.",
            "Wait, then ask again. If it stays, look for rotation_refused in the log of the rotation function."),
    ORPHANED_PENDING(
            "orphaned pending",
            "A rotation failed and left its candidate pending: it verifies, and no other rotation can start.",
            "./hookwarden keys doctor KEY --repair takes the label AWSPENDING off; then submit and rotate again."),
    EMPTY_PENDING(
            "empty pending",
            "A rotation failed before its version got a value, most often because the inbox was empty; no other can start.",
            "./hookwarden keys doctor KEY --repair takes the label AWSPENDING off; then submit and rotate."),
    INBOX_WAITING("inbox waiting", "A key was submitted and not rotated in yet.", "./hookwarden keys rotate KEY"),
    KEY_OVERDUE(
            "key overdue",
            "The current key is older than the days between its rotations.",
            "Get a new key from the provider, then ./hookwarden keys submit KEY and ./hookwarden keys rotate KEY."),
    PREVIOUS_PAST_DEADLINE(
            "previous past its deadline",
            "The key before the current one still carries its label. It verifies nothing any more; this is tidiness.",
            "./hookwarden keys doctor KEY --repair takes the label AWSPREVIOUS off, as retire does."),
    HEALTHY("healthy", "One current key, young enough, and nothing waits.", "Nothing to do.");

    /** Secrets Manager doesn't say whether a rotation is under way. The steps take seconds, and AWS repeats a failed one soon. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(15);

    private final String words;
    private final String cause;
    private final String repair;

    KeyDiagnosis(String words, String cause, String repair) {
        this.words = words;
        this.cause = cause;
        this.repair = repair;
    }

    /**
     * All that holds for the key, the most pressing first; {@link #HEALTHY} alone when nothing does.
     *
     * <p>Whether a rotation is running can't be asked of Secrets Manager. It is inferred: rotation is on, a version is pending and not
     * current, and that version was created, or anything of the secret changed, within the last 15 minutes.
     */
    public static List<KeyDiagnosis> of(KeyState state, Instant now) {
        List<KeyDiagnosis> found = Stream.of(values())
                .filter(diagnosis -> diagnosis.holds(state, now))
                .toList();
        return found.isEmpty() ? List.of(HEALTHY) : found;
    }

    /** The state as people and the local stack call it. */
    public String words() {
        return words;
    }

    /** How it comes about and what it means. */
    public String cause() {
        return cause;
    }

    /**
     * What to do about it.
     *
     * @param key what stands for the key in a command, as {@code zenoo/api-key --stack staging}
     */
    public String repair(String key) {
        return repair.replace("KEY", key);
    }

    /** The label whose removal repairs it, where that is all it takes. */
    public Optional<KeyStage> labelInTheWay() {
        return switch (this) {
            case ORPHANED_PENDING, EMPTY_PENDING -> Optional.of(KeyStage.PENDING);
            case PREVIOUS_PAST_DEADLINE -> Optional.of(KeyStage.PREVIOUS);
            case NO_KEY_YET, REVOKED, ROTATION_RUNNING, INBOX_WAITING, KEY_OVERDUE, HEALTHY -> Optional.empty();
        };
    }

    private boolean holds(KeyState state, Instant now) {
        return switch (this) {
            case NO_KEY_YET -> state.at(KeyStage.CURRENT).isEmpty();
            case REVOKED -> state.revoked();
            case ROTATION_RUNNING -> isRunning(state, now);
            case ORPHANED_PENDING -> isStuck(state, now) && hasValue(state);
            case EMPTY_PENDING -> isStuck(state, now) && !hasValue(state);
            case INBOX_WAITING -> state.inboxWaiting() && state.candidate().isEmpty();
            case KEY_OVERDUE -> isOverdue(state, now);
            case PREVIOUS_PAST_DEADLINE ->
                state.overlapEnds().filter(end -> !now.isBefore(end)).isPresent();
            case HEALTHY -> false;
        };
    }

    private static boolean isRunning(KeyState state, Instant now) {
        return state.rotation().enabled()
                && state.candidate()
                        .map(candidate -> Stream.of(
                                        candidate.createdAt(), state.rotation().changed())
                                .flatMap(Optional::stream)
                                .anyMatch(at -> now.isBefore(at.plus(UNDER_WAY))))
                        .orElse(false);
    }

    private static boolean isStuck(KeyState state, Instant now) {
        return state.candidate().isPresent() && !isRunning(state, now);
    }

    private static boolean hasValue(KeyState state) {
        return state.candidate().filter(StagedVersion::hasValue).isPresent();
    }

    private static boolean isOverdue(KeyState state, Instant now) {
        return state.age(now)
                .filter(age -> age.compareTo(state.key().rotateEvery()) > 0)
                .isPresent();
    }
}
