package dev.hookwarden.rotation;

/**
 * A version on its way to become current.
 *
 * @param secret the secret's id, as Secrets Manager gave it
 * @param stages the secret's labels as they were when the step began
 */
record Candidacy(RotatingKey key, String secret, String versionId, String rotationToken, SecretStages stages) {
    boolean isCurrent() {
        return stages.isOn(SecretStages.CURRENT, versionId);
    }

    /** Leaves the rotation token out. */
    @Override
    public String toString() {
        return "Candidacy[" + versionId + " of " + key.id() + "]";
    }
}
