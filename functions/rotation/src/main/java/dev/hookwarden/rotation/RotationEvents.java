package dev.hookwarden.rotation;

/** Where it is made known that a key became current. */
@FunctionalInterface
public interface RotationEvents {
    /** Publishes the event, perhaps not for the first time; throws a {@link RuntimeException} unless it is durably published. */
    void keyRotated(KeyRotated event);
}
