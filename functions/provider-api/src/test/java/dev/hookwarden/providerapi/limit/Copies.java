package dev.hookwarden.providerapi.limit;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.RateLimit;
import dev.hookwarden.providerapi.RateLimiter;
import dev.hookwarden.providerapi.RateLimiter.Permission.Granted;
import dev.hookwarden.providerapi.RateLimiter.Permission.NotBefore;
import dev.hookwarden.providerapi.RateLimiter.Permission.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.Function;

/** Running copies that call one provider, each by a limiter and a clock of its own. Whatever isn't fixed here its seed decides. */
final class Copies {
    final Arrivals arrivals = new Arrivals();
    final VirtualTime time;
    final Random random;
    private final RateLimit limit;
    private final Function<InstantSource, RateLimiter> limiters;

    Copies(long seed, RateLimit limit, Function<Copies, Function<InstantSource, RateLimiter>> limiters) {
        this.random = new Random(seed);
        this.time = new VirtualTime(random);
        this.limit = limit;
        this.limiters = limiters.apply(this);
    }

    /** Lets a copy call as often as it may, with this much between two calls, from then until it dies. */
    Arrivals start(Instant from, Duration life, Duration between) {
        Arrivals own = new Arrivals();
        Instant death = from.plus(life);
        InstantSource clock = clock();
        time.start(from, () -> {
            RateLimiter limiter = limiters.apply(clock);
            while (time.now().isBefore(death)) {
                time.sleep(
                        switch (limiter.ask(Provider.ZENOO.apiKey(), limit)) {
                            case Granted() -> arriving(own, between);
                            case NotBefore(Instant at) -> until(at, clock);
                            case Unknown() -> Duration.ofMillis(500);
                        });
            }
        });
        return own;
    }

    private Duration arriving(Arrivals own, Duration between) {
        Instant arrival = time.now().plus(slack());
        arrivals.add(arrival);
        own.add(arrival);
        return between;
    }

    private Duration until(Instant at, InstantSource clock) {
        Duration wait = Duration.between(clock.instant(), at);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** None, all of it, or something between. */
    private Duration slack() {
        return switch (random.nextInt(3)) {
            case 0 -> Duration.ZERO;
            case 1 -> Margins.ARRIVAL;
            default -> Duration.ofMillis(random.nextLong(Margins.ARRIVAL.toMillis()));
        };
    }

    /** As early or as late as may be, or wandering between. */
    private InstantSource clock() {
        Duration furthest = Margins.CLOCK_DISTANCE.dividedBy(2);
        double pace = random.nextDouble() / 60;
        return switch (random.nextInt(3)) {
            case 0 -> () -> time.now().minus(furthest);
            case 1 -> () -> time.now().plus(furthest);
            default ->
                () -> time.now().plusMillis((long)
                        (furthest.toMillis() * Math.sin(pace * (time.now().getEpochSecond() % 10_000))));
        };
    }
}
