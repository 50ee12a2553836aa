package dev.hookwarden.local.cloudwatch;

import dev.hookwarden.local.cloudwatch.alarm.AlarmState;
import java.time.Instant;

/** One change of one alarm's state. */
public record AlarmTransition(String name, AlarmState from, AlarmState to, String reason, Instant at) {}
