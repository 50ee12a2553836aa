package dev.hookwarden.providerapi;

import java.util.Optional;

/** Reads and checks the body of a successful answer. */
@FunctionalInterface
public interface BodyReader<T> {
    /** What the body says, or empty when it is not what the operation expects. */
    Optional<T> read(int status, byte[] body);
}
