package dev.hookwarden.explain;

/** What is looked at, in this order. */
public enum Check {
    KEYS("keys"),
    PAYLOAD("body"),
    HEADERS("headers"),
    FORM("form"),
    TIME("time"),
    SIGNATURE("signature"),
    MISTAKES("likely mistakes");

    private final String label;

    Check(String label) {
        this.label = label;
    }

    /** As a table's first column says it. */
    public String label() {
        return label;
    }
}
