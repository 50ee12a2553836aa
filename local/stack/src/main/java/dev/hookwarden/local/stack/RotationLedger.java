package dev.hookwarden.local.stack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** What the rotation function said last, the oldest first; at most {@value #KEPT} entries. */
final class RotationLedger implements EventLog {
    private static final int KEPT = 1_000;
    private static final Set<LogEvent> TOLD =
            Set.of(LogEvent.ROTATION_STEP_DONE, LogEvent.ROTATION_REFUSED, LogEvent.KEY_ROTATED, LogEvent.KEY_DUE);

    private final InstantSource clock;
    private final Deque<ObjectNode> entries = new ArrayDeque<>();

    RotationLedger(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void write(LogLine line) {
        if (!TOLD.contains(line.event())) {
            return;
        }
        ObjectNode entry = LocalJson.object()
                .put("event", line.event().wireName())
                .put("at", clock.instant().toString());
        line.fields().forEach((name, value) -> entry.put(name, String.valueOf(value)));
        entries.addLast(entry);
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
    }

    synchronized ArrayNode rotations() {
        ArrayNode copy = LocalJson.array();
        entries.forEach(entry -> copy.add(entry.deepCopy()));
        return copy;
    }
}
