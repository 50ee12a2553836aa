package dev.hookwarden.simulation;

import dev.hookwarden.local.lambda.ProxyRequest;
import dev.hookwarden.provider.KeyUse;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.simulation.judge.KeyBook;
import dev.hookwarden.simulation.provider.ProviderSide;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which values of keys were really used for what they are for, with success, whatever any label says. */
final class Proofs {
    private final KeyBook keys;
    private final Set<String> called = new HashSet<>();
    private final Set<String> delivered = new HashSet<>();
    private final Map<String, List<String>> signersByCanary = new HashMap<>();

    Proofs(KeyBook keys) {
        this.keys = keys;
    }

    /** This key opened its provider's API. */
    void called(String value) {
        called.add(value);
    }

    /** A canary was answered 200. */
    void taken(ProviderSide side, ProxyRequest canary) {
        List<String> signers = keys.keys(side.id()).stream()
                .filter(key -> side.isSignedWith(key, canary))
                .toList();
        signersByCanary.put(new String(canary.body().bytes(), StandardCharsets.UTF_8), signers);
    }

    /** A delivery with this id came out of the queue; a canary's id ends with the nonce in its payload. */
    void returned(String id) {
        String nonce = '"' + id.substring(id.lastIndexOf(':') + 1) + '"';
        signersByCanary.forEach((payload, signers) -> {
            if (payload.contains(nonce)) {
                delivered.addAll(signers);
            }
        });
    }

    /** Whether the value was proved in everything that the key is for. */
    boolean isProved(ProviderKey key, String value) {
        return key.uses().stream().allMatch(use -> (use == KeyUse.CALLS_API ? called : delivered).contains(value));
    }
}
