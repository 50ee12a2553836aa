package dev.hookwarden.providerapi.limit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A table without a network; what is kept went through its text, as in the real one. */
final class InMemoryLeaseTable implements LeaseTable {
    private final Map<String, String> texts = new HashMap<>();
    private int writes;

    @Override
    public synchronized Optional<Leases> replace(String limit, Leases seen, Leases next) {
        writes++;
        String there = texts.getOrDefault(limit, "");
        if (!there.equals(seen.text())) {
            return Optional.of(there.isEmpty() ? Leases.NONE : Leases.parse(there));
        }
        texts.put(limit, next.text());
        return Optional.empty();
    }

    /** As time to live does, in the end. */
    synchronized void forget(String limit) {
        texts.remove(limit);
    }

    synchronized int writes() {
        return writes;
    }
}
