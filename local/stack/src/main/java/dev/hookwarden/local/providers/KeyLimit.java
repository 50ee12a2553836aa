package dev.hookwarden.local.providers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.provider.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One key's use of one limit. What the limit refuses counts as a call that came, and doesn't use the limit up. */
final class KeyLimit {
    private final RateLimit limit;
    private final RollingCount came;
    private final RollingCount granted;
    private int calls;
    private int refused;

    KeyLimit(RateLimit limit) {
        this.limit = limit;
        this.came = new RollingCount(limit.window());
        this.granted = new RollingCount(limit.window());
    }

    /** Counts a call; how long it should have waited, if the limit refuses it. */
    Optional<Duration> count(Instant now) {
        calls++;
        came.add(now);
        if (granted.at(now) >= limit.calls()) {
            refused++;
            return Optional.of(granted.untilOneLess(now));
        }
        granted.add(now);
        return Optional.empty();
    }

    int largest() {
        return came.largest();
    }

    void describeIn(ObjectNode json) {
        json.put("endpointClass", limit.endpointClass())
                .put("limit", limit.calls())
                .put("windowSeconds", limit.window().toSeconds())
                .put("calls", calls)
                .put("refused", refused)
                .put("largestInWindow", came.largest());
    }
}
