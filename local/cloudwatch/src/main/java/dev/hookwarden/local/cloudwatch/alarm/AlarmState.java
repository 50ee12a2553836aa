package dev.hookwarden.local.cloudwatch.alarm;

/** The states of an alarm, in AWS's words. */
public enum AlarmState {
    OK,
    ALARM,
    INSUFFICIENT_DATA
}
