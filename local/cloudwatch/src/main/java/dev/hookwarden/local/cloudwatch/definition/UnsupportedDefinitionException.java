package dev.hookwarden.local.cloudwatch.definition;

/** A filter, alarm, expression or template that AWS refuses, does not document, or that the evaluators do not support. */
public final class UnsupportedDefinitionException extends RuntimeException {

    /**
     * Refuses.
     *
     * @param message what is refused, and why
     */
    public UnsupportedDefinitionException(String message) {
        super(message);
    }
}
