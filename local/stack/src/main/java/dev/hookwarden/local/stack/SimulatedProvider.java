package dev.hookwarden.local.stack;

import dev.hookwarden.provider.Provider;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The provider's side of its API keys: which are alive, and what issuing a new one does to the others. */
final class SimulatedProvider {
    private final Provider provider;
    private final AliveKeys keys;
    private final SecureRandom random = new SecureRandom();
    private PlannedFaults faults = PlannedFaults.NONE;

    SimulatedProvider(Provider provider, AliveKeys keys) {
        this.provider = provider;
        this.keys = keys;
    }

    Provider provider() {
        return provider;
    }

    /** A new key. A provider whose keys don't overlap revokes the others in this moment. */
    String issueKey() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String key = provider.id() + "_" + HexFormat.of().formatHex(bytes);
        if (provider.apiKey().overlap().isZero()) {
            keys.replaceAll(provider.id(), key);
        } else {
            keys.add(provider.id(), key);
        }
        return key;
    }

    /** Whether there was such a key. */
    boolean revoke(String key) {
        return keys.remove(provider.id(), key);
    }

    boolean isAlive(String key) {
        return keys.contains(provider.id(), key);
    }

    synchronized void plan(PlannedFaults planned) {
        faults = planned;
    }

    /** The fault that the next call meets; uses it up. */
    synchronized PlannedFaults nextFault() {
        PlannedFaults next = faults;
        faults = faults.afterOne();
        return next;
    }
}
