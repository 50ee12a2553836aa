package dev.hookwarden.processor;

/** What became of one delivery at the sink. */
sealed interface SinkOutcome {
    /** The sink has it, payload and all. */
    record Sent() implements SinkOutcome {}

    /** The sink has it, and points its consumers to the stored payload, which must stay where it is. */
    record SentByReference() implements SinkOutcome {}

    /**
     * The sink answered that it doesn't take it.
     *
     * @param errorCode the sink's word for why
     */
    record Refused(String errorCode) implements SinkOutcome {}

    /** There was no time left to ask the sink. */
    record Untried() implements SinkOutcome {}

    /** The sink didn't answer as it should; it may have the delivery or not. */
    record Faulted(RuntimeException fault) implements SinkOutcome {}

    /**
     * It has to wait for its provider, and was not sent.
     *
     * @param reason a word for the log
     */
    record NotYet(String reason) implements SinkOutcome {}

    /**
     * What belongs to it could not be fetched, and it was not sent.
     *
     * @param reason a word for the log
     */
    record Unenriched(String reason) implements SinkOutcome {}
}
