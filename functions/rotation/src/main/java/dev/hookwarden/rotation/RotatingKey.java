package dev.hookwarden.rotation;

import dev.hookwarden.provider.KeyUse;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.signing.KeyDefect;
import dev.hookwarden.signing.UnusableKeyException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** A key with the provider that it belongs to. */
record RotatingKey(Provider provider, ProviderKey key) {
    String id() {
        return key.id();
    }

    boolean is(KeyUse use) {
        return key.uses().contains(use);
    }

    /** What keeps the text from being this key, or empty when nothing does. */
    Optional<KeyDefect> defectIn(String text) {
        if (!is(KeyUse.SIGNS_DELIVERIES)) {
            return KeyDefect.in(text);
        }
        try {
            provider.scheme().signingKey(text);
            return Optional.empty();
        } catch (UnusableKeyException unusable) {
            return Optional.of(unusable.defect());
        }
    }

    /** Whether both texts are one key: the same characters, or other characters that sign alike. */
    boolean isSame(String text, RotatingKey other, String otherText) {
        return MessageDigest.isEqual(bytes(text), bytes(otherText)) || signsLike(text, other, otherText);
    }

    private boolean signsLike(String text, RotatingKey other, String otherText) {
        return is(KeyUse.SIGNS_DELIVERIES)
                && other.is(KeyUse.SIGNS_DELIVERIES)
                && defectIn(text).isEmpty()
                && other.defectIn(otherText).isEmpty()
                && provider.scheme()
                        .signingKey(text)
                        .signsLike(other.provider.scheme().signingKey(otherText));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
