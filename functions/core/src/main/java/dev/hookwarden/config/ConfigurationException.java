package dev.hookwarden.config;

/** The environment doesn't say what a function must know: nothing works until somebody sets the variable that the message names. */
public final class ConfigurationException extends RuntimeException {
    /** @param message the variable, and what it must hold; never the value it holds, which may have been pasted from anywhere */
    public ConfigurationException(String message) {
        super(message);
    }
}
