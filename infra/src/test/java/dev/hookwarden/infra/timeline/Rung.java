package dev.hookwarden.infra.timeline;

import dev.hookwarden.local.cloudwatch.AlarmTransition;
import dev.hookwarden.local.cloudwatch.alarm.AlarmState;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which alarms rang, and when.
 *
 * @param minutes by the alarm's name without the installation's: the minutes since the story's beginning at which it began and ceased to
 *     ring, as {@code 1-6}, {@code 1-6 20-} when it still rings at the end. An alarm that isn't there never rang
 */
record Rung(SortedMap<String, String> minutes) {

    static Rung in(List<AlarmTransition> history) {
        SortedMap<String, String> minutes = new TreeMap<>();
        for (AlarmTransition transition : history) {
            long minute = Duration.between(VirtualClock.START, transition.at()).toMinutes();
            String alarm = transition.name().replaceFirst("^hookwarden-" + World.STAGE + "-", "");
            if (transition.to() == AlarmState.ALARM) {
                minutes.merge(alarm, minute + "-", (before, next) -> before + " " + next);
            } else if (transition.from() == AlarmState.ALARM) {
                minutes.merge(alarm, String.valueOf(minute), String::concat);
            }
        }
        return new Rung(minutes);
    }
}
