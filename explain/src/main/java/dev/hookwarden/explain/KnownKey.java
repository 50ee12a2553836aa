package dev.hookwarden.explain;

import dev.hookwarden.signing.SignatureScheme;
import dev.hookwarden.signing.StagedKey;
import dev.hookwarden.signing.UnusableKeyException;
import java.time.Instant;
import java.util.Optional;

/** One version of a key, with its text as the provider shows it. It never shows the text. */
public final class KnownKey {
    private final String keyId;
    private final String versionId;
    private final KeyStanding standing;
    private final String text;

    /**
     * A key as it is kept, usable or not.
     *
     * @param keyId as {@code zenoo/signing-key}
     * @param versionId the id of the secret's version
     */
    public KnownKey(String keyId, String versionId, KeyStanding standing, String text) {
        this.keyId = keyId;
        this.versionId = versionId;
        this.standing = standing;
        this.text = text;
    }

    public String keyId() {
        return keyId;
    }

    public String versionId() {
        return versionId;
    }

    public KeyStanding standing() {
        return standing;
    }

    String text() {
        return text;
    }

    /** As {@code zenoo/signing-key (current)}. */
    String words() {
        return keyId + " (" + standing.words() + ")";
    }

    /** What keeps the text from being a key of this scheme, in words. */
    Optional<String> defect(SignatureScheme scheme) {
        try {
            scheme.signingKey(text);
            return Optional.empty();
        } catch (UnusableKeyException unusable) {
            return Optional.of(unusable.defect().explanation());
        }
    }

    /** The key as the product verifies with it at this moment, if it does. */
    Optional<StagedKey> verifying(SignatureScheme scheme, Instant now) {
        if (standing instanceof KeyStanding.Staged staged && defect(scheme).isEmpty()) {
            return Optional.of(
                            new StagedKey(scheme.signingKey(text), staged.stage(), versionId, staged.verifiesUntil()))
                    .filter(key -> key.verifiesAt(now));
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "KnownKey[" + words() + ", redacted]";
    }
}
