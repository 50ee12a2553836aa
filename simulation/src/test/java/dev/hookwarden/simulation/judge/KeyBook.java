package dev.hookwarden.simulation.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Since when a signing key must not verify any more, by what Secrets Manager's labels said at each moment. */
public final class KeyBook {
    private final Map<String, Map<String, Instant>> endsByProvider = new HashMap<>();

    /** From now on these keys of a provider may verify, and no others. */
    public void observe(String provider, Collection<String> inForce, Instant now) {
        Map<String, Instant> ends = endsByProvider.computeIfAbsent(provider, any -> new LinkedHashMap<>());
        ends.replaceAll((key, end) -> end.equals(Instant.MAX) && !inForce.contains(key) ? now : end);
        inForce.forEach(key -> ends.put(key, Instant.MAX));
    }

    /** Whether this key may verify at this moment. */
    public boolean isInForce(String provider, String key) {
        return ends(provider).getOrDefault(key, Instant.MIN).equals(Instant.MAX);
    }

    /** Whether it may still be verified by who has not heard yet. */
    public boolean mayVerify(String provider, String key, Instant at, Duration grace) {
        Instant end = ends(provider).getOrDefault(key, Instant.MIN);
        return end.equals(Instant.MAX) || (end.isAfter(Instant.MIN) && !at.isAfter(end.plus(grace)));
    }

    /** Every key there ever was, the newest first. */
    public List<String> keys(String provider) {
        return new ArrayList<>(ends(provider).keySet()).reversed();
    }

    /** Keys that must not verify any more. */
    public List<String> retired(String provider) {
        return ends(provider).entrySet().stream()
                .filter(key -> !key.getValue().equals(Instant.MAX))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, Instant> ends(String provider) {
        return endsByProvider.getOrDefault(provider, Map.of());
    }
}
