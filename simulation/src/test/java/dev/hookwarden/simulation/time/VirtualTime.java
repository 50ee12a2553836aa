package dev.hookwarden.simulation.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * A clock and what is to happen by it, on one thread.
 *
 * <p>Who waits inside an event lets time pass with {@link #pass}: what is due meanwhile happens inside that wait, so that two functions
 * overlap as they do on AWS, one within the other.
 */
public final class VirtualTime implements InstantSource {
    private static final int DEEPEST = 3;

    private final PriorityQueue<Due> due = new PriorityQueue<>(Due.ORDER);
    private final PriorityQueue<Due> dueAlone = new PriorityQueue<>(Due.ORDER);
    private Instant now;
    private long scheduled;
    private int depth;

    private record Due(Instant at, long order, Runnable event) {
        static final Comparator<Due> ORDER = Comparator.comparing(Due::at).thenComparingLong(Due::order);
    }

    public VirtualTime(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Lets it happen then, or at once if then is over. */
    public void at(Instant then, Runnable event) {
        due.add(new Due(then, scheduled++, event));
    }

    public void after(Duration delay, Runnable event) {
        at(now.plus(delay), event);
    }

    /** The same for what takes long itself: it never happens inside something else's wait. */
    public void aloneAfter(Duration delay, Runnable event) {
        dueAlone.add(new Due(now.plus(delay), scheduled++, event));
    }

    /** Waits: what is due until then happens first, unless too many wait already. It may take longer. */
    public void pass(Duration span) {
        Instant until = now.plus(span);
        if (depth < DEEPEST) {
            depth++;
            try {
                while (!due.isEmpty() && !due.peek().at().isAfter(until)) {
                    happen(due.remove());
                }
            } finally {
                depth--;
            }
        }
        now = latest(now, until);
    }

    /** Lets everything happen until nothing is left. */
    public void run() {
        for (Optional<PriorityQueue<Due>> next = next(); next.isPresent(); next = next()) {
            happen(next.get().remove());
        }
    }

    private Optional<PriorityQueue<Due>> next() {
        if (due.isEmpty() || dueAlone.isEmpty()) {
            return Optional.of(due.isEmpty() ? dueAlone : due).filter(queue -> !queue.isEmpty());
        }
        return Optional.of(Due.ORDER.compare(due.peek(), dueAlone.peek()) < 0 ? due : dueAlone);
    }

    private void happen(Due next) {
        now = latest(now, next.at());
        next.event().run();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
