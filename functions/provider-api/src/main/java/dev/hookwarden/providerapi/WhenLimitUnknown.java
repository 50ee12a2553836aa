package dev.hookwarden.providerapi;

/** What a call does while the count against its limit can't be reached. */
public enum WhenLimitUnknown {
    /** It is made; the provider's own count is the only one then. */
    CALL,
    /** It fails. */
    FAIL
}
