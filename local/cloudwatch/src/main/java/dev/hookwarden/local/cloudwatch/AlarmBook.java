package dev.hookwarden.local.cloudwatch;

import dev.hookwarden.local.cloudwatch.alarm.AlarmState;
import dev.hookwarden.local.cloudwatch.alarm.AlarmStatus;
import dev.hookwarden.local.cloudwatch.alarm.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;

/** The state of each alarm, and the changes of the last 30 days, for which CloudWatch keeps them too. */
final class AlarmBook {
    private static final Duration KEPT = Duration.ofDays(30);

    private final Map<String, AlarmStatus> alarms = new LinkedHashMap<>();
    private final Deque<AlarmTransition> history = new ArrayDeque<>();

    void open(String name, Instant at) {
        alarms.put(name, new AlarmStatus(name, AlarmState.INSUFFICIENT_DATA, "not evaluated yet", at));
    }

    void enter(String name, Judgement judgement, Instant at) {
        AlarmStatus before = status(name);
        if (before.state() == judgement.state()) {
            return;
        }
        alarms.put(name, new AlarmStatus(name, judgement.state(), judgement.reason(), at));
        history.add(new AlarmTransition(name, before.state(), judgement.state(), judgement.reason(), at));
        while (history.getFirst().at().isBefore(at.minus(KEPT))) {
            history.removeFirst();
        }
    }

    AlarmStatus status(String name) {
        return Optional.ofNullable(alarms.get(name))
                .orElseThrow(() -> new NoSuchElementException("No alarm is named " + name));
    }

    Map<String, AlarmState> states() {
        return alarms.values().stream().collect(Collectors.toMap(AlarmStatus::name, AlarmStatus::state));
    }

    List<AlarmStatus> all() {
        return List.copyOf(alarms.values());
    }

    List<AlarmTransition> history() {
        return List.copyOf(history);
    }
}
