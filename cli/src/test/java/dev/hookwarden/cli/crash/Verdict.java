package dev.hookwarden.cli.crash;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the ledger makes of what the stack shows.
 *
 * @param lost payloads that were answered 200 and neither came out of the bus, processed, nor became a dead letter
 * @param severalIds payloads that came out of the bus under more than one id
 * @param sharedIds ids of events that a consumer can't key by: empty ones, and those of more than one payload
 * @param forged payloads that nobody signed and that came out all the same
 * @param repeats events that a consumer drops, as their id was there before
 */
record Verdict(Set<String> lost, Set<String> severalIds, Set<String> sharedIds, Set<String> forged, int repeats) {

    static Verdict of(SendersLedger ledger, Witness witness) {
        Map<String, Set<String>> idsByPayload = witness.events().stream()
                .collect(Collectors.groupingBy(
                        Witness.Event::sha256, Collectors.mapping(Witness.Event::id, Collectors.toSet())));
        Set<String> lost = new TreeSet<>(ledger.acknowledgedPayloads());
        lost.removeIf(payload -> isProcessed(idsByPayload.getOrDefault(payload, Set.of()), witness)
                || witness.deadLetters().contains(payload));
        Set<String> severalIds = new TreeSet<>();
        idsByPayload.forEach((payload, ids) -> {
            if (ids.size() > 1) {
                severalIds.add(payload);
            }
        });
        Set<String> sharedIds = new TreeSet<>();
        Map<String, String> payloadById = new HashMap<>();
        for (Witness.Event event : witness.events()) {
            String payload = payloadById.computeIfAbsent(event.id(), first -> event.sha256());
            if (event.id().isEmpty() || !payload.equals(event.sha256())) {
                sharedIds.add(event.id());
            }
        }
        Set<String> forged = new TreeSet<>(idsByPayload.keySet());
        forged.addAll(witness.deadLetters());
        forged.retainAll(ledger.forgedPayloads());
        return new Verdict(lost, severalIds, sharedIds, forged, repeats(witness.events()));
    }

    private static boolean isProcessed(Collection<String> ids, Witness witness) {
        return !ids.isEmpty() && witness.remembered().containsAll(ids);
    }

    private static int repeats(List<Witness.Event> events) {
        return events.size() - new HashSet<>(events).size();
    }
}
