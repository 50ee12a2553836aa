package dev.hookwarden.signing;

/** A stored key can't be used. Says what is wrong with it, never what it is. */
public final class UnusableKeyException extends RuntimeException {
    private final KeyDefect defect;

    public UnusableKeyException(KeyDefect defect) {
        super(defect.explanation());
        this.defect = defect;
    }

    public KeyDefect defect() {
        return defect;
    }
}
