package dev.hookwarden.processor;

/** Whose a delivery is. */
enum Claim {
    /** This attempt's: it is the first, or came back because its message is still in the queue. */
    FIRST,
    /** Another attempt's, which came before. */
    DUPLICATE
}
