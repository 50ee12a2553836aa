package dev.hookwarden.local.cloudwatch.alarm;

/**
 * What an alarm should be now, and why.
 *
 * @param reason in words, for people
 */
public record Judgement(AlarmState state, String reason) {}
