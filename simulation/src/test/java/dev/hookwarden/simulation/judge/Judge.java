package dev.hookwarden.simulation.judge;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.aws.eventbridge.PutEvent;
import dev.hookwarden.local.lambda.ProxyRequest;
import dev.hookwarden.simulation.provider.ProviderSide;
import dev.hookwarden.simulation.provider.Sent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the ledger of a run and says what must not be. */
public final class Judge {
    private static final int OK = 200;
    private static final int REFUSED = 401;

    private final InstantSource clock;
    private final Map<String, ProviderSide> providers;
    private final KeyBook keys;
    private final Duration grace;
    private final boolean overlapMustNotRefuse;
    private final Map<Integer, Entry> ledger = new HashMap<>();
    private final Map<String, Entry> ledgerByEventId = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private final Tally tally = new Tally();

    /**
     * @param grace how long after it was taken away a key may still verify
     * @param overlapMustNotRefuse whether nothing goes wrong that would excuse a refusal while keys overlap
     */
    public Judge(
            InstantSource clock,
            Map<String, ProviderSide> providers,
            KeyBook keys,
            Duration grace,
            boolean overlapMustNotRefuse) {
        this.clock = clock;
        this.providers = Map.copyOf(providers);
        this.keys = keys;
        this.grace = grace;
        this.overlapMustNotRefuse = overlapMustNotRefuse;
    }

    /** Something that must not be was seen. */
    public void violated(Invariant invariant, String what) {
        violations.add(new Violation(invariant, clock.instant(), what));
    }

    /** A provider sends a delivery for the first time. */
    public void sent(Sent sent) {
        ledger.put(sent.number(), new Entry(sent));
        tally.deliveries++;
    }

    /** A provider's own attempt was answered. */
    public void answered(Sent sent, ProxyRequest request, Instant begun, int status, boolean excused) {
        Entry entry = entry(sent.number());
        entry.lastStatus = status;
        entry.answers.merge(status, 1L, Long::sum);
        tally.attempts++;
        if (status == OK) {
            entry.accepted = true;
            checkAccepted(request, begun);
        } else if (status == REFUSED) {
            refused(entry, excused || isKeyUnknown(sent.provider(), request));
        } else if (status >= 500) {
            faulted(status, excused, sent.toString());
        } else {
            violated(Invariant.I4, sent + " was answered " + status);
        }
    }

    private void refused(Entry entry, boolean excused) {
        entry.refusedWithoutExcuse |= !excused;
        if (!entry.sent.provider().keysOverlap()) {
            tally.refusedWithout++;
        } else {
            tally.refusedWithOverlap++;
            if (overlapMustNotRefuse) {
                violated(Invariant.I4, entry.sent + " was refused although keys overlap");
            }
        }
    }

    /** Whether the key that signed it is no candidate here: one that its provider uses already and nobody has submitted yet. */
    private boolean isKeyUnknown(ProviderSide provider, ProxyRequest request) {
        return keys.keys(provider.id()).stream()
                .filter(key -> keys.isInForce(provider.id(), key))
                .noneMatch(key -> provider.isSignedWith(key, request));
    }

    private void faulted(int status, boolean excused, String what) {
        if (!excused) {
            violated(Invariant.I8, what + " was answered " + status + " although nothing went wrong");
        }
    }

    /** Somebody else's attempt was answered. */
    public void tried(ProxyRequest request, Instant begun, int status, boolean excused, boolean malformed) {
        if (malformed) {
            tally.malformed++;
        } else {
            tally.forgeries++;
        }
        if (status == OK) {
            tally.replaysTaken++;
            checkAccepted(request, begun);
        } else if (status >= 500) {
            faulted(status, excused, "A stranger's attempt at " + request.path());
        }
    }

    private void checkAccepted(ProxyRequest request, Instant begun) {
        String route = request.path().substring(request.path().lastIndexOf('/') + 1);
        ProviderSide provider = providers.get(route);
        Optional<String> key = provider == null
                ? Optional.empty()
                : keys.keys(route).stream()
                        .filter(candidate -> provider.isSignedWith(candidate, request))
                        .findFirst();
        if (key.isEmpty()) {
            violated(
                    isSignedForAnotherRoute(request) ? Invariant.I12 : Invariant.I3,
                    "An attempt at " + request.path() + " was accepted that no key of it signed");
        } else if (!keys.mayVerify(route, key.get(), begun, grace)) {
            violated(Invariant.I13, "A key of " + route + " verified that had been taken away for more than " + grace);
        }
    }

    private boolean isSignedForAnotherRoute(ProxyRequest request) {
        return providers.values().stream()
                .flatMap(owner -> keys.keys(owner.id()).stream())
                .anyMatch(key -> providers.values().stream().anyMatch(form -> form.isSignedWith(key, request)));
    }

    /** A key that had been taken away was tried. */
    public void retiredKeyTried() {
        tally.retiredKeysTried++;
    }

    /** A provider has used up its retries. */
    public void gaveUp(Sent sent) {
        Entry entry = entry(sent.number());
        entry.gaveUp = true;
        if (!entry.accepted && (entry.refusedWithoutExcuse || entry.lastStatus == REFUSED)) {
            violated(Invariant.I4, sent + " was given up, its attempts answered " + entry.answers);
        }
    }

    /** A function threw; what it threw at may have been anything. */
    public void threw(Throwable fault, String what) {
        violated(Invariant.I8, what + " threw " + fault.getClass().getSimpleName());
    }

    /** A log line or the like was written. */
    public void said(Optional<String> canary) {
        tally.logLines++;
        canary.ifPresent(name -> violated(Invariant.I5, name + " shows in an output"));
    }

    /** AWSCURRENT moved to another version. */
    public void currentMoved(String secret, boolean tested) {
        tally.currentMoves++;
        if (!tested) {
            violated(Invariant.I7, "An untested key became current in " + secret);
        }
    }

    /**
     * The bus took an event that carries a delivery.
     *
     * @param stored the payload that the event refers to, when it has none in it
     */
    public void published(PutEvent event, Optional<Payload> stored) {
        tally.published++;
        Optional<Entry> found = PublishedDelivery.in(event, stored, ledger);
        if (found.isEmpty()) {
            violated(Invariant.I3, "An event was published whose payload no provider sent");
            return;
        }
        Entry entry = found.get();
        entry.published++;
        tally.repeats += entry.published > 1 ? 1 : 0;
        String id = event.detail().at("/metadata/id").asText();
        checkOwnId(entry, id);
        entry.eventIds.add(id);
        entry.attemptIds.add(event.detail().at("/metadata/attemptId").asText());
        if (entry.eventIds.size() > 1) {
            violated(Invariant.I2, entry.sent + " was published under " + entry.eventIds.size() + " ids");
        }
        if (entry.attemptIds.size() > 1) {
            violated(Invariant.I2, entry.sent + " was published for " + entry.attemptIds.size() + " attempts");
        }
    }

    /** Whoever keys by id would drop a delivery whose id is another's too. */
    private void checkOwnId(Entry entry, String id) {
        Entry owner = ledgerByEventId.computeIfAbsent(id, first -> entry);
        if (id.isEmpty()) {
            violated(Invariant.I2, entry.sent + " was published without an id");
        } else if (owner != entry) {
            violated(Invariant.I2, entry.sent + " was published under the id of " + owner.sent);
        }
    }

    /** Everything is over: nothing waits, and what was dead-lettered has been redriven. */
    public void finish(int waiting, long expired) {
        if (waiting > 0 || expired > 0) {
            violated(Invariant.I1, waiting + " messages never got through, " + expired + " times some grew too old");
        }
        for (Entry entry : ledger.values()) {
            if (entry.accepted) {
                tally.accepted++;
            } else if (entry.gaveUp) {
                tally.givenUp++;
                entry.answers.forEach((status, times) -> tally.answersToGivenUp.merge(status, times, Long::sum));
            }
            if (entry.accepted && entry.published == 0) {
                violated(Invariant.I1, entry.sent + " was answered 200 and never processed");
            }
        }
    }

    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    public Tally tally() {
        return tally;
    }

    private Entry entry(int number) {
        return Optional.ofNullable(ledger.get(number)).orElseThrow();
    }
}
