package dev.hookwarden.providerapi.limit;

import java.time.Duration;

/** What the proof in ADR 0016 takes for granted, and pays for with throughput. */
final class Margins {
    /** The furthest that the clocks of two copies may be apart. Lambda's are kept by Amazon Time Sync, far below this. */
    static final Duration CLOCK_DISTANCE = Duration.ofSeconds(1);

    /** The longest from a permission until its call has arrived at the provider: connecting and sending must end within it. */
    static final Duration ARRIVAL = Duration.ofSeconds(5);

    /** How long a copy may use a lease at least; up to a {@link Lease#GRAIN} longer. */
    static final Duration LEASE = Duration.ofSeconds(2);

    private Margins() {}
}
