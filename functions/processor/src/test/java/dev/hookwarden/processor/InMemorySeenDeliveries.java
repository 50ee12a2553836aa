package dev.hookwarden.processor;

import dev.hookwarden.delivery.DeliveryMetadata;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Remembers for as long as the test lives. */
final class InMemorySeenDeliveries implements SeenDeliveries {
    private final ConcurrentMap<String, Holder> holders = new ConcurrentHashMap<>();

    @Override
    public Claim claim(DeliveryMetadata delivery, Instant now, Instant expiresAt) {
        Holder claiming = new Holder(delivery.attemptId(), expiresAt.getEpochSecond(), false);
        Holder holder = holders.compute(
                delivery.idempotencyKey(),
                (key, held) -> held == null || held.givesWayTo(claiming, now) ? claiming : held);
        return holder.attemptId().equals(delivery.attemptId()) && !holder.settled() ? Claim.FIRST : Claim.DUPLICATE;
    }

    @Override
    public void settle(DeliveryMetadata delivery, Instant now, Instant expiresAt) {
        holders.compute(delivery.idempotencyKey(), (key, held) -> {
            if (held == null || !held.attemptId().equals(delivery.attemptId())) {
                throw new IllegalStateException("Not the holder");
            }
            return new Holder(held.attemptId(), expiresAt.getEpochSecond(), true);
        });
    }

    private record Holder(String attemptId, long expiresAt, boolean settled) {
        boolean givesWayTo(Holder other, Instant now) {
            return (attemptId.equals(other.attemptId) && !settled) || expiresAt < now.getEpochSecond();
        }
    }
}
