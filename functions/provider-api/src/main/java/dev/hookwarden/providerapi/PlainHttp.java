package dev.hookwarden.providerapi;

/** Whether an API may be called without TLS. */
public enum PlainHttp {
    /** Never. */
    REFUSED,
    /** At a loopback address, as the local stack's simulated providers are. */
    TO_THIS_MACHINE
}
