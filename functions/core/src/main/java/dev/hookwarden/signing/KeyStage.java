package dev.hookwarden.signing;

/** Where a version of a secret stands; AWS Secrets Manager's staging labels. */
public enum KeyStage {
    CURRENT("AWSCURRENT"),
    PENDING("AWSPENDING"),
    PREVIOUS("AWSPREVIOUS");

    private final String label;

    KeyStage(String label) {
        this.label = label;
    }

    /** The staging label as Secrets Manager writes it. */
    public String label() {
        return label;
    }
}
