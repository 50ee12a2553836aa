package dev.hookwarden.local.stack;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Makes a simulated provider or an AWS stand-in slow. */
final class Pause {
    private Pause() {}

    static void of(Duration length) {
        LockSupport.parkNanos(length.toNanos());
    }
}
