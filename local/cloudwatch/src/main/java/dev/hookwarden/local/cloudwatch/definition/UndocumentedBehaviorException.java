package dev.hookwarden.local.cloudwatch.definition;

/** Data for which AWS's documentation does not say what the definition makes of it. */
public final class UndocumentedBehaviorException extends RuntimeException {

    /**
     * Refuses.
     *
     * @param message which definition, and what is not documented; never the data
     */
    public UndocumentedBehaviorException(String message) {
        super(message);
    }
}
