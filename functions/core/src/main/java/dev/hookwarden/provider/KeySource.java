package dev.hookwarden.provider;

/** Where a new key comes from. */
public sealed interface KeySource {
    /**
     * A person gets it from the provider and submits it to the key's inbox.
     *
     * @param how what that person does, in words for a notice or a prompt
     */
    record Submitted(String how) implements KeySource {}

    /** We make it and install it at the provider through its API. */
    record Generated() implements KeySource {}
}
