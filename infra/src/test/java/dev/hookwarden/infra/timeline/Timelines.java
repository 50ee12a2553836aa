package dev.hookwarden.infra.timeline;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** Every timeline there is. */
final class Timelines {
    private static final List<Timeline> ALL = Stream.of(
                    AttackTimelines.all(), OutboundTimelines.all(), FaultTimelines.all(), KeyTimelines.all())
            .flatMap(List::stream)
            .toList();

    private Timelines() {}

    static List<Timeline> all() {
        return ALL;
    }

    static Timeline named(String name) {
        return ALL.stream()
                .filter(timeline -> timeline.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No timeline is named " + name));
    }
}
