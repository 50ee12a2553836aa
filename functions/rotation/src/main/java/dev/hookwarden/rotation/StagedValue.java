package dev.hookwarden.rotation;

/** A version of a secret with what it holds. */
record StagedValue(String versionId, String value) {
    /** Leaves the value out. */
    @Override
    public String toString() {
        return "StagedValue[" + versionId + "]";
    }
}
