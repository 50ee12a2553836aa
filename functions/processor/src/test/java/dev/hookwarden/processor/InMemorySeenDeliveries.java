package dev.hookwarden.processor;

import dev.hookwarden.delivery.Delivery;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Remembers for as long as the test lives. */
final class InMemorySeenDeliveries implements SeenDeliveries {
    private final ConcurrentMap<String, Holder> holders = new ConcurrentHashMap<>();

    @Override
    public Claim claim(Delivery delivery, Instant now, Instant expiresAt) {
        Holder claiming = new Holder(delivery.attemptId(), expiresAt.getEpochSecond());
        Holder holder = holders.compute(
                delivery.idempotencyKey(),
                (key, held) -> held == null || held.givesWayTo(claiming, now) ? claiming : held);
        return holder.attemptId().equals(delivery.attemptId()) ? Claim.FIRST : Claim.DUPLICATE;
    }

    private record Holder(String attemptId, long expiresAt) {
        boolean givesWayTo(Holder other, Instant now) {
            return attemptId.equals(other.attemptId) || expiresAt < now.getEpochSecond();
        }
    }
}
