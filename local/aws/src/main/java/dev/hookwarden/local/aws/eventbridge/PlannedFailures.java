package dev.hookwarden.local.aws.eventbridge;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Failures of single entries that a test has asked for; each happens once. */
final class PlannedFailures {
    private final List<Planned> planned = new ArrayList<>();

    private record Planned(Predicate<PutEvent> entry, String code) {}

    synchronized void add(Predicate<PutEvent> entry, String code) {
        planned.add(new Planned(entry, code));
    }

    synchronized EntryResult.@Nullable Failed take(PutEvent event) {
        Iterator<Planned> all = planned.iterator();
        while (all.hasNext()) {
            Planned next = all.next();
            if (next.entry().test(event)) {
                all.remove();
                return new EntryResult.Failed(next.code(), "Failed as planned.");
            }
        }
        return null;
    }
}
