package dev.hookwarden.infra.timeline;

import dev.hookwarden.local.cloudwatch.MonitoringDefinitions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What happens, and which alarms ring for it and when.
 *
 * @param parameters for the root template, beside its defaults
 * @param keyAge how old every key is at the beginning
 * @param rings as {@link Rung#minutes}: an alarm that isn't there must not ring
 */
record Timeline(
        String name,
        Map<String, String> parameters,
        Duration keyAge,
        Consumer<World> story,
        SortedMap<String, String> rings) {
    private static final Map<String, Journal> JOURNALS = new ConcurrentHashMap<>();

    static Timeline of(String name, Consumer<World> story) {
        return new Timeline(name, Map.of(), Duration.ofDays(1), story, new TreeMap<>());
    }

    Timeline with(String parameter, String value) {
        Map<String, String> more = new HashMap<>(parameters);
        more.put(parameter, value);
        return new Timeline(name, more, keyAge, story, rings);
    }

    Timeline withKeysOf(Duration age) {
        return new Timeline(name, parameters, age, story, rings);
    }

    Timeline rings(String alarm, String minutes) {
        SortedMap<String, String> more = new TreeMap<>(rings);
        more.put(alarm, minutes);
        return new Timeline(name, parameters, keyAge, story, more);
    }

    /** What rings by the templates as they are. */
    Rung rung() {
        return under(Deployed.with(parameters), UnaryOperator.identity());
    }

    /**
     * What rings by other definitions, or with other log lines.
     *
     * @param rewriting what becomes of each log line before a filter sees it
     */
    Rung under(MonitoringDefinitions definitions, UnaryOperator<String> rewriting) {
        return journal().under(definitions, rewriting);
    }

    /** Each story happens once, however many definitions look at it. */
    private Journal journal() {
        return JOURNALS.computeIfAbsent(name, told -> {
            try (World world = new World(keyAge)) {
                story.accept(world);
                return world.journal;
            }
        });
    }

    @Override
    public String toString() {
        return name;
    }
}
