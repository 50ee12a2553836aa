package dev.hookwarden.processor;

import dev.hookwarden.delivery.DeliveryMetadata;
import java.time.Instant;

/** Remembers which attempt brought each delivery first. */
interface SeenDeliveries {
    /**
     * Claims the delivery for its attempt, in one atomic step. An attempt that holds the claim may come again and still holds it: SQS gives a
     * message again after a crash or a failure, and a redrive gives it a new message id but keeps its attributes. Others may be dropped,
     * since the holder's message stays in the queue or the dead-letter queue until it was processed.
     *
     * <p>A delivery that was {@linkplain #settle settled} is a duplicate, whoever brings it.
     *
     * @param expiresAt the second after which another attempt may claim it; a later claim of the holder moves it
     * @throws RuntimeException if it can't be told; the claim may then be taken or not, and the same attempt may try again
     */
    Claim claim(DeliveryMetadata delivery, Instant now, Instant expiresAt);

    /**
     * Remembers that nothing is left to do for the delivery: from now on the holder's own message is a duplicate too.
     *
     * @throws RuntimeException if it can't be told that it is remembered, or the attempt doesn't hold the claim
     */
    void settle(DeliveryMetadata delivery, Instant now, Instant expiresAt);
}
