package dev.hookwarden.provider;

/** How sure it is that a provider signs as its constant says. */
public enum SchemeOrigin {
    /** Its documentation says so. */
    DOCUMENTED,
    /** Its documentation leaves it open; configuration says it, and one real delivery confirms it. */
    ASSUMED
}
