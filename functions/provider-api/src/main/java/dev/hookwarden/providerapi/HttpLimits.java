package dev.hookwarden.providerapi;

import java.time.Duration;

/**
 * What one HTTP call may take.
 *
 * @param connect how long the connection may take, handshake included
 * @param whole how long all of it may take, from the connection to the last byte of the body
 * @param bodyBytes how much body is read
 */
public record HttpLimits(Duration connect, Duration whole, int bodyBytes) {
    public static final HttpLimits DEFAULT = new HttpLimits(Duration.ofSeconds(3), Duration.ofSeconds(10), 1024 * 1024);
}
