package dev.hookwarden.processor;

/** Why a message failed; the field {@code reason} of its log line. */
enum FailureReason {
    /** It is no delivery of ours, or was changed in the queue. */
    MALFORMED_ENVELOPE,
    /** It could not be told whether the delivery was seen before. */
    CLAIM_FAILED,
    /** Its payload is not in the store, or the store didn't give it. */
    PAYLOAD_UNAVAILABLE,
    /** What the store has is not what ingest verified. */
    PAYLOAD_CHANGED,
    /** What came before it took too long: trying it too would risk the whole batch. */
    OUT_OF_TIME,
    /** What belongs to the delivery could not be fetched from its provider. */
    ENRICHMENT_FAILED,
    /** The sink answered that it doesn't take the delivery. */
    SINK_REFUSED,
    /** The sink didn't answer as it should. */
    SINK_FAILED
}
