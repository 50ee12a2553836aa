package dev.hookwarden.local.providers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.provider.RateLimit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts a provider's calls, those with a living key against its limits: for each key and limit by itself. */
final class CallCounter {
    private final List<RateLimit> limits;
    private final Map<String, Map<RateLimit, KeyLimit>> used = new LinkedHashMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    CallCounter(List<RateLimit> limits) {
        this.limits = List.copyOf(limits);
    }

    /** Counts a call that came; how long it should have waited, if a limit refuses it. */
    synchronized Optional<Duration> came(IssuedKey key, String endpointClass, Instant now) {
        Map<RateLimit, KeyLimit> ofKey = used.computeIfAbsent(fingerprint(key), any -> new LinkedHashMap<>());
        return limits.stream()
                .filter(limit -> limit.endpointClass().equals(endpointClass)
                        || limit.endpointClass().equals(RateLimit.EVERY_CALL))
                .map(limit -> ofKey.computeIfAbsent(limit, KeyLimit::new).count(now))
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
    }

    /** Counts an answer. */
    synchronized void answered(int status) {
        statuses.merge(status, 1, Integer::sum);
    }

    /** Everything counted since the start; {@code largestInWindow} is the most calls of one key that one limit saw within its window. */
    synchronized ObjectNode counts() {
        ObjectNode counts = ApiAnswer.MAPPER.createObjectNode();
        counts.put(
                "calls", statuses.values().stream().mapToInt(Integer::intValue).sum());
        counts.put(
                "largestInWindow",
                used.values().stream()
                        .flatMap(ofKey -> ofKey.values().stream())
                        .mapToInt(KeyLimit::largest)
                        .max()
                        .orElse(0));
        ObjectNode byStatus = counts.putObject("statuses");
        statuses.forEach((status, count) -> byStatus.put(status.toString(), count));
        ArrayNode byLimit = counts.putArray("limits");
        used.forEach((key, ofKey) -> ofKey.values()
                .forEach(limit -> limit.describeIn(byLimit.addObject().put("key", key))));
        return counts;
    }

    /** Tells keys apart without showing them. */
    private static String fingerprint(IssuedKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.key().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java runtime has SHA-256", missing);
        }
    }
}
