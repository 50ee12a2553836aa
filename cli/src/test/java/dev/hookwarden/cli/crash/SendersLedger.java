package dev.hookwarden.cli.crash;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What was sent and what was answered, by the SHA-256 of each payload. Every thread may write. */
final class SendersLedger {
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> forged = ConcurrentHashMap.newKeySet();
    private final Set<String> forgedAndAccepted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    void answered(Webhook webhook, int status) {
        attempts.incrementAndGet();
        if (status == 200) {
            acknowledged.add(webhook.sha256());
        }
    }

    void unanswered() {
        attempts.incrementAndGet();
        unanswered.incrementAndGet();
    }

    /** @param status 0 when there was no answer */
    void forged(Webhook forgery, int status) {
        forged.add(forgery.sha256());
        if (status == 200) {
            forgedAndAccepted.add(forgery.sha256());
        }
    }

    /** How many deliveries were answered 200. */
    int acknowledged() {
        return acknowledged.size();
    }

    Set<String> acknowledgedPayloads() {
        return Set.copyOf(acknowledged);
    }

    Set<String> forgedPayloads() {
        return Set.copyOf(forged);
    }

    int forgeriesAccepted() {
        return forgedAndAccepted.size();
    }

    int attempts() {
        return attempts.get();
    }

    /** Attempts whose connection broke, as when the stack was killed. */
    int unansweredAttempts() {
        return unanswered.get();
    }
}
