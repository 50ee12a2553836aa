package dev.hookwarden.local.providers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.provider.Provider;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Set;

/** The provider's side of its API: which keys are alive, what issuing a new one does to the others, and how calls are answered. */
public final class SimulatedProvider {
    private final Provider provider;
    private final AliveKeys keys;
    private final CallCounter calls;
    private final SimulatedApi api;
    private final SecureRandom random = new SecureRandom();
    private PlannedFaults faults = PlannedFaults.NONE;

    SimulatedProvider(Provider provider, AliveKeys keys, InstantSource clock) {
        this.provider = provider;
        this.keys = keys;
        this.calls = new CallCounter(provider.api().limits());
        this.api = new SimulatedApi(provider, keys, calls, clock);
    }

    /** What it is known as. */
    public Provider provider() {
        return provider;
    }

    /** A new key that may do everything. A provider whose keys don't overlap revokes the others in this moment. */
    public String issueKey() {
        return issueKey(IssuedKey.EVERYTHING);
    }

    String issueKey(Set<String> permissions) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        IssuedKey key = new IssuedKey(provider.id() + "_" + HexFormat.of().formatHex(bytes), permissions);
        if (provider.apiKey().overlap().isZero()) {
            keys.replaceAll(provider.id(), key);
        } else {
            keys.add(provider.id(), key);
        }
        return key.key();
    }

    /** Whether there was such a key. */
    boolean revoke(String key) {
        return keys.remove(provider.id(), key);
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

    /** What was called, and how often at most in a limit's window. */
    public JsonNode calls() {
        return calls.counts();
    }

    SimulatedApi api() {
        return api;
    }
}
