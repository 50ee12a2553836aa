package dev.hookwarden.rotation;

import dev.hookwarden.signing.KeyDefect;
import java.util.Locale;

/**
 * A rotation step can't go on. Secrets Manager learns of it by this exception alone, and tries the rotation again. Carries no cause: Lambda
 * prints what is thrown, and what others say in a message is not ours to vouch for.
 */
public final class RotationRefusedException extends RuntimeException {
    private final RotationRefusal refusal;
    private final String detail;

    private RotationRefusedException(RotationRefusal refusal, String detail) {
        super(refusal + ": " + refusal.explanation() + (detail.isEmpty() ? "" : " (" + detail + ")"));
        this.refusal = refusal;
        this.detail = detail;
    }

    static RotationRefusedException of(RotationRefusal refusal) {
        return new RotationRefusedException(refusal, "");
    }

    /** @param detail a word or a number that says more, never a value */
    static RotationRefusedException of(RotationRefusal refusal, String detail) {
        return new RotationRefusedException(refusal, detail);
    }

    static RotationRefusedException malformed(KeyDefect defect) {
        return of(RotationRefusal.CANDIDATE_MALFORMED, defect.name().toLowerCase(Locale.ROOT));
    }

    public RotationRefusal refusal() {
        return refusal;
    }

    /** A word that says more, or nothing. */
    String detail() {
        return detail;
    }
}
