package dev.hookwarden.rotation;

/** Where people are told what only they can do. */
@FunctionalInterface
public interface Notices {
    /** Sends the notice; throws a {@link RuntimeException} when it can't. */
    void send(KeyDueNotice notice);
}
