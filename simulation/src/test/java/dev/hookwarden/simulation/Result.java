package dev.hookwarden.simulation;

import dev.hookwarden.simulation.aws.Trouble;
import dev.hookwarden.simulation.judge.Tally;
import dev.hookwarden.simulation.judge.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param troubles the trouble there was, by the ordinal of its call
 * @param counts how often the rest happened, in words
 * @param lasted by the virtual clock
 */
record Result(
        Scenario scenario,
        Tally tally,
        List<Violation> violations,
        Map<Long, Trouble> troubles,
        Map<String, Long> counts,
        Duration lasted,
        List<String> trace) {

    boolean isClean() {
        return violations.isEmpty();
    }
}
