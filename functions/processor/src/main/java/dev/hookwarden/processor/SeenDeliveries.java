package dev.hookwarden.processor;

import dev.hookwarden.delivery.Delivery;
import java.time.Instant;

/** Remembers which attempt brought each delivery first. */
interface SeenDeliveries {
    /**
     * Claims the delivery for its attempt, in one atomic step. An attempt that holds the claim may come again and still holds it: SQS gives a
     * message again after a crash or a failure, and a redrive gives it a new message id but keeps its attributes. Others may be dropped,
     * since the holder's message stays in the queue or the dead-letter queue until it was processed.
     *
     * @param expiresAt the second after which another attempt may claim it; a later claim of the holder moves it
     * @throws RuntimeException if it can't be told; the claim may then be taken or not, and the same attempt may try again
     */
    Claim claim(Delivery delivery, Instant now, Instant expiresAt);
}
