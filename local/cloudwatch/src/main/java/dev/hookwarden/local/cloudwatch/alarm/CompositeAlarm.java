package dev.hookwarden.local.cloudwatch.alarm;

import java.util.Map;
import java.util.stream.Collectors;

/** An alarm about other alarms. */
public record CompositeAlarm(String name, AlarmRule rule) {

    /**
     * ALARM when the rule holds, OK when it doesn't.
     *
     * @param states a state for each of the alarms that the rule names
     */
    public Judgement judge(Map<String, AlarmState> states) {
        boolean holds = rule.holds(states);
        String named = rule.alarms().stream()
                .sorted()
                .map(alarm -> alarm + " " + states.get(alarm))
                .collect(Collectors.joining(", "));
        return new Judgement(
                holds ? AlarmState.ALARM : AlarmState.OK,
                "the rule " + (holds ? "holds: " : "does not hold: ") + named);
    }
}
