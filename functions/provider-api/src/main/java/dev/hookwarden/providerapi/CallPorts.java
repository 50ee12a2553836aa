package dev.hookwarden.providerapi;

import dev.hookwarden.log.EventLog;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;

/**
 * What calls need of the outside, beside keys and HTTP.
 *
 * @param random numbers from 0 to below 1
 */
public record CallPorts(RateLimiter limiter, EventLog log, InstantSource clock, Pause pause, DoubleSupplier random) {
    /** With real time, and randomness that two copies restored from one snapshot don't share. */
    public static CallPorts real(RateLimiter limiter, EventLog log) {
        return new CallPorts(limiter, log, InstantSource.system(), Pause::sleeping, new SecureRandom()::nextDouble);
    }
}
