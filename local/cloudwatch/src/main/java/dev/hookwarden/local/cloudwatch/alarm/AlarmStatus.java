package dev.hookwarden.local.cloudwatch.alarm;

import java.time.Instant;

/**
 * An alarm as it stands.
 *
 * @param reason why it took this state
 * @param since when it took it
 */
public record AlarmStatus(String name, AlarmState state, String reason, Instant since) {}
