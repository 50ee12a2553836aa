package dev.hookwarden.simulation.sqs;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A standard queue with its dead-letter queue. */
public final class Queue {
    private static final int LATEST_TWIN_SECONDS = 300;

    private final QueueRules rules;
    private final InstantSource clock;
    private final Random random;
    private final List<StoredMessage> messages = new ArrayList<>();
    private final List<StoredMessage> dead = new ArrayList<>();
    private final Map<String, StoredMessage> receipts = new HashMap<>();
    private long received;
    private long sent;
    private long expired;
    private long buried;

    public Queue(QueueRules rules, InstantSource clock, Random random) {
        this.rules = rules;
        this.clock = clock;
        this.random = random;
    }

    /** Stores a message; its id. */
    String send(String body, Map<String, String> attributes) {
        String id = "message-" + sent++;
        messages.add(new StoredMessage(id, body, attributes, clock.instant(), clock.instant()));
        return id;
    }

    /** At most so many of the visible messages, in any order; some poll finds fewer than there are. */
    public List<Received> receive(int most) {
        expire();
        Instant now = clock.instant();
        List<StoredMessage> visible = new ArrayList<>(messages.stream()
                .filter(message -> !message.visibleAt.isAfter(now))
                .toList());
        Collections.shuffle(visible, random);
        int asked = random.nextInt(5) == 0 ? 1 + random.nextInt(most) : most;
        List<Received> batch = new ArrayList<>();
        for (StoredMessage message : visible) {
            if (message.receives >= rules.maxReceives()) {
                bury(message);
            } else if (batch.size() < asked
                    && batch.stream().noneMatch(other -> other.id().equals(message.id))) {
                batch.add(give(message, now));
            }
        }
        return batch;
    }

    private Received give(StoredMessage message, Instant now) {
        if (random.nextDouble() < rules.twins()) {
            messages.add(message.twin(now.plusSeconds(random.nextInt(LATEST_TWIN_SECONDS))));
        }
        message.receives++;
        message.visibleAt = now.plus(rules.visibility());
        String receipt = "receipt-" + received++;
        receipts.put(receipt, message);
        return new Received(message.id, receipt, message.body, message.attributes, message.receives);
    }

    private void bury(StoredMessage message) {
        messages.remove(message);
        dead.add(message);
        buried++;
    }

    private void expire() {
        Instant oldest = clock.instant().minus(rules.retention());
        if (messages.removeIf(message -> message.sentAt.isBefore(oldest))) {
            expired++;
        }
    }

    /** Deletes what was received with this receipt. */
    public void delete(String receipt) {
        StoredMessage message = receipts.remove(receipt);
        if (message != null) {
            messages.remove(message);
        }
    }

    /** Forgets a receipt that will not be used any more. */
    public void abandon(String receipt) {
        receipts.remove(receipt);
    }

    /** Moves everything out of the dead-letter queue, as new messages, as StartMessageMoveTask does; how many. */
    public int redrive() {
        List<StoredMessage> all = List.copyOf(dead);
        dead.clear();
        all.forEach(message -> send(message.body, message.attributes));
        return all.size();
    }

    /** When a message may be received next; empty when there is none. */
    public Optional<Instant> nextVisible() {
        return messages.stream().map(message -> message.visibleAt).min(Instant::compareTo);
    }

    /** How many messages wait or are being processed. */
    public int size() {
        return messages.size();
    }

    /** How many messages are in the dead-letter queue. */
    public int deadLetters() {
        return dead.size();
    }

    /** How many messages ever went to the dead-letter queue. */
    public long buried() {
        return buried;
    }

    /** How often messages grew too old and are lost. */
    public long expired() {
        return expired;
    }
}
