package dev.hookwarden.simulation.forgery;

import dev.hookwarden.local.aws.AwsService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** When each secret's labels were read. */
final class ReadTimes {
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Map<String, Deque<Instant>> lately = new HashMap<>();
    private final Map<String, Long> counts = new HashMap<>();
    private int mostInAWindow;

    ReadTimes(InstantSource clock) {
        this.clock = clock;
    }

    AwsService of(AwsService secrets) {
        return (action, input) -> {
            if (action.equals("DescribeSecret")) {
                note(input.path("SecretId").asText());
            }
            return secrets.answer(action, input);
        };
    }

    private void note(String secret) {
        Instant now = clock.instant();
        counts.merge(secret, 1L, Long::sum);
        Deque<Instant> times = lately.computeIfAbsent(secret, any -> new ArrayDeque<>());
        times.addLast(now);
        while (!times.getFirst().isAfter(now.minus(WINDOW))) {
            times.removeFirst();
        }
        mostInAWindow = Math.max(mostInAWindow, times.size());
    }

    /** The most reads of one secret within any 30 seconds. */
    int mostInAWindow() {
        return mostInAWindow;
    }

    /** The most reads of one secret in all. */
    long mostOfOneSecret() {
        return counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
