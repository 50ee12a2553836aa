package dev.hookwarden.simulation.aws;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts calls, and remembers which of them had trouble, so that a run can be repeated with some of it. */
public final class CallLog {
    private final Troubles troubles;
    private final Map<Long, Trouble> happened = new TreeMap<>();
    private final Map<Trouble, Long> counts = new EnumMap<>(Trouble.class);
    private long calls;

    public CallLog(Troubles troubles) {
        this.troubles = troubles;
    }

    long next() {
        return calls++;
    }

    Trouble troubleOf(Call call) {
        Trouble trouble = troubles.of(call);
        if (trouble != Trouble.NONE) {
            happened.put(call.ordinal(), trouble);
            counts.merge(trouble, 1L, Long::sum);
        }
        return trouble;
    }

    /** The trouble there was, by the ordinal of its call. */
    public Map<Long, Trouble> happened() {
        return new TreeMap<>(happened);
    }

    public long count(Trouble trouble) {
        return counts.getOrDefault(trouble, 0L);
    }

    /** All calls, each try counted. */
    public long calls() {
        return calls;
    }
}
