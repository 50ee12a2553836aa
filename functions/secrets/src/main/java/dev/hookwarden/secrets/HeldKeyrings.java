package dev.hookwarden.secrets;

import dev.hookwarden.signing.KeyStage;
import dev.hookwarden.signing.SigningKey;
import dev.hookwarden.signing.StagedKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keyrings held, by their key's id. No key is in two of them: of two alike the one held first stays, but a pending key yields to
 * one that isn't, so that a key submitted in the wrong place can't stop the traffic of the provider it belongs to.
 */
final class HeldKeyrings {
    private final Map<String, HeldKeyring> held = new ConcurrentHashMap<>();
    private final KeyringLog log;

    HeldKeyrings(KeyringLog log) {
        this.log = log;
    }

    HeldKeyring get(String keyId) {
        return held.getOrDefault(keyId, HeldKeyring.NONE);
    }

    /** Holds the keyring in place of the one before, without the keys that another holds. */
    synchronized void hold(String keyId, HeldKeyring keyring) {
        HeldKeyring own = keyring;
        for (StagedKey key : keyring.keys()) {
            for (Rival rival : rivals(keyId, key.key())) {
                if (rival.key.stage() == KeyStage.PENDING && key.stage() != KeyStage.PENDING) {
                    log.shared(rival.keyId, rival.key, keyId);
                    held.put(rival.keyId, get(rival.keyId).without(rival.key));
                } else {
                    log.shared(keyId, key, rival.keyId);
                    own = own.without(key);
                }
            }
        }
        held.put(keyId, own);
    }

    private List<Rival> rivals(String keyId, SigningKey key) {
        return held.entrySet().stream()
                .filter(other -> !other.getKey().equals(keyId))
                .flatMap(other -> other.getValue().keys().stream().map(theirs -> new Rival(other.getKey(), theirs)))
                .filter(rival -> rival.key.key().signsLike(key))
                .toList();
    }

    /** A key held for something else. */
    private record Rival(String keyId, StagedKey key) {}
}
