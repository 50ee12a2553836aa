package dev.hookwarden.providerapi.limit;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The table over a network that takes its time, both ways, so that others come in between, and that may lose the question or the answer.
 *
 * @param faultPercent how many of a hundred calls it loses, one half before and one half after the effect
 */
record UnreliableLeaseTable(LeaseTable table, VirtualTime time, RandomGenerator random, int faultPercent)
        implements LeaseTable {
    @Override
    public Optional<Leases> replace(String limit, Leases seen, Leases next) {
        int fate = random.nextInt(200);
        travel();
        if (fate < faultPercent) {
            throw new LeasesUnavailableException("Lost", new IllegalStateException("before the effect"));
        }
        Optional<Leases> answer = table.replace(limit, seen, next);
        travel();
        if (fate >= 200 - faultPercent) {
            throw new LeasesUnavailableException("Lost", new IllegalStateException("after the effect"));
        }
        return answer;
    }

    /** Some milliseconds; once in a while seconds, when there are faults at all. */
    private void travel() {
        boolean stuck = faultPercent > 0 && random.nextInt(100) == 0;
        time.sleep(Duration.ofMillis(stuck ? random.nextInt(4000) : 1 + random.nextInt(10)));
    }
}
