package dev.hookwarden.providerapi;

import java.util.Optional;

/** Reads and checks the body of a successful answer. */
@FunctionalInterface
public interface BodyReader<T> {
    /**
     * What the body says, or empty when it is not what the operation expects. An exception counts as empty too.
     *
     * @param status from 200 to 299
     * @param body nothing, or exactly one JSON value in UTF-8
     */
    Optional<T> read(int status, byte[] body);
}
