package dev.hookwarden.provider;

/** Where a provider puts a value. */
public sealed interface Location {
    /** A header; what it says is proven only where the signature scheme covers it. */
    record Header(String name) implements Location {}

    /** A text field of the payload's outermost object; the signature proves it. */
    record Field(String name) implements Location {}
}
