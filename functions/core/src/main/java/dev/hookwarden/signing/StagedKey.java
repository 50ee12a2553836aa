package dev.hookwarden.signing;

/**
 * A signing key with the stage it stands in.
 *
 * @param versionId the id of the secret's version, which never changes its value
 */
public record StagedKey(SigningKey key, KeyStage stage, String versionId) {}
