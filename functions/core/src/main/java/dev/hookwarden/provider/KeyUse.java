package dev.hookwarden.provider;

/** What a key does. One key may do both. */
public enum KeyUse {
    /** The provider signs deliveries with it. */
    SIGNS_DELIVERIES,
    /** We call the provider's API with it. */
    CALLS_API
}
