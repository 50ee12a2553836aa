package dev.hookwarden.providerapi;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.RateLimit;
import dev.hookwarden.providerapi.ApiOutcome.Failed;
import dev.hookwarden.providerapi.ApiOutcome.RateLimited;
import dev.hookwarden.providerapi.RateLimiter.Permission;
import dev.hookwarden.providerapi.RateLimiter.Permission.Granted;
import dev.hookwarden.providerapi.RateLimiter.Permission.NotBefore;
import dev.hookwarden.providerapi.RateLimiter.Permission.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gets a call's permission: of the limit of its class of endpoints and of that over every call, where there are such. */
final class Limits {
    /** Clocks differ: a moment that seems past already is not asked for again at once. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(50);

    private final CallPorts ports;

    Limits(CallPorts ports) {
        this.ports = ports;
    }

    /**
     * Waits until one attempt may be made. Empty then; else what the call ends with.
     *
     * @param latest the last moment at which an attempt may begin
     */
    <T> Optional<ApiOutcome<T>> refusal(Provider provider, ApiCall<T> call, Instant latest) {
        List<RateLimit> limits = provider.api().limits().stream()
                .filter(limit -> limit.endpointClass().equals(call.endpointClass())
                        || limit.endpointClass().equals(RateLimit.EVERY_CALL))
                .toList();
        while (true) {
            switch (ask(provider, limits)) {
                case Granted() -> {
                    return Optional.empty();
                }
                case Unknown() -> {
                    return call.whenLimitUnknown() == WhenLimitUnknown.CALL
                            ? Optional.empty()
                            : Optional.of(new Failed<>("limit_unknown"));
                }
                case NotBefore(Instant at) -> {
                    Instant again = atLeastSoon(at);
                    if (again.isAfter(latest)) {
                        return Optional.of(new RateLimited<>(at));
                    }
                    ports.pause().last(Duration.between(ports.clock().instant(), again));
                }
            }
        }
    }

    /** All of them anew each time: a permission that was granted before a wait belongs to another moment. */
    private Permission ask(Provider provider, List<RateLimit> limits) {
        Permission permission = new Granted();
        for (RateLimit limit : limits) {
            switch (ports.limiter().ask(provider.apiKey(), limit)) {
                case Granted() -> {}
                case Unknown unknown -> permission = unknown;
                case NotBefore notBefore -> {
                    return notBefore;
                }
            }
        }
        return permission;
    }

    private Instant atLeastSoon(Instant at) {
        Instant soon = ports.clock().instant().plus(SHORTEST_WAIT);
        return at.isBefore(soon) ? soon : at;
    }
}
