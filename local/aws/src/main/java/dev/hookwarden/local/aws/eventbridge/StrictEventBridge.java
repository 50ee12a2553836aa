package dev.hookwarden.local.aws.eventbridge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsActions;
import dev.hookwarden.local.aws.AwsError;
import dev.hookwarden.local.aws.AwsInput;
import dev.hookwarden.local.aws.AwsService;
import dev.hookwarden.local.aws.journal.Journal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * PutEvents with AWS's answer per entry; it records what it accepts and tells listeners.
 *
 * <p>An entry for a bus that does not exist gets an event id all the same and is lost, as on AWS
 * (<a href="https://github.com/aws/aws-sdk-java-v2/issues/3173">aws-sdk-java-v2 issue 3173</a>);
 * {@link #lostToUnknownBus} lets a test see it.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html">PutEvents</a>
 */
public final class StrictEventBridge implements AwsService {
    private static final int MAX_ENTRIES = 10;

    private final Set<String> buses;
    private final Journal journal;
    private final Entries entries;
    private final PlannedFailures failures = new PlannedFailures();
    private final List<PutEvent> accepted = Collections.synchronizedList(new ArrayList<>());
    private final List<PutEvent> lost = Collections.synchronizedList(new ArrayList<>());
    private final List<Consumer<PutEvent>> listeners = new CopyOnWriteArrayList<>();
    private final AwsActions actions =
            new AwsActions().with("PutEvents", Set.of("Entries", "EndpointId"), this::putEvents);

    /**
     * Makes an EventBridge without events.
     *
     * @param buses the names of the custom buses; {@code default} exists anyway
     */
    public StrictEventBridge(Set<String> buses, InstantSource clock, RandomGenerator random) {
        this(buses, clock, random, Journal.none());
    }

    /**
     * Makes an EventBridge with the events that the journal kept.
     *
     * @param buses the names of the custom buses; {@code default} exists anyway
     */
    public StrictEventBridge(Set<String> buses, InstantSource clock, RandomGenerator random, Journal journal) {
        this.buses = Set.copyOf(buses);
        this.entries = new Entries(clock, random);
        this.journal = journal;
        journal.load().values().stream().map(PutEvent::of).forEach(accepted::add);
    }

    @Override
    public ObjectNode answer(String action, ObjectNode input) {
        return actions.answer(action, input);
    }

    /** All events accepted so far, in order. */
    public List<PutEvent> events() {
        return List.copyOf(accepted);
    }

    /** Forgets the events accepted so far, for runs of so many that they can't all be kept. */
    public void forget() {
        accepted.clear();
    }

    /** Events that got an id although their bus does not exist. */
    public List<PutEvent> lostToUnknownBus() {
        return List.copyOf(lost);
    }

    /** Tells the listener of every event accepted from now on, on the caller's thread. */
    public void listen(Consumer<PutEvent> listener) {
        listeners.add(listener);
    }

    /** Serves these rules too from now on, and passes them every event that a bus accepts. */
    public StrictEventBridge with(EventRules rules) {
        rules.addTo(actions);
        listen(rules::pass);
        return this;
    }

    /** Fails the next otherwise valid entry that matches, once, with this error code. */
    public void failNext(Predicate<PutEvent> entry, String code) {
        failures.add(entry, code);
    }

    private ObjectNode putEvents(AwsInput input) {
        List<AwsInput> asked = input.objects("Entries");
        checkRequest(asked);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        List<EntryResult> results = asked.stream().map(this::put).toList();
        answer.put(
                "FailedEntryCount",
                results.stream().filter(EntryResult.Failed.class::isInstance).count());
        ArrayNode answers = answer.putArray("Entries");
        results.forEach(result -> answers.add(result.json()));
        return answer;
    }

    private static void checkRequest(List<AwsInput> asked) {
        if (asked.isEmpty() || asked.size() > MAX_ENTRIES) {
            throw AwsError.refused(
                    "ValidationException",
                    "1 validation error detected: Value at 'entries' failed to satisfy constraint:"
                            + " Member must have length between 1 and " + MAX_ENTRIES);
        }
        if (asked.stream().mapToInt(EntrySize::of).sum() > EntrySize.MAX_TOTAL) {
            throw AwsError.refused(
                    "ValidationException", "Total size of the entries in the request is over the limit.");
        }
    }

    private EntryResult put(AwsInput entry) {
        EntryResult result = entries.check(entry);
        if (!(result instanceof EntryResult.Accepted valid)) {
            return result;
        }
        EntryResult planned = failures.take(valid.event());
        if (planned != null) {
            return planned;
        }
        record(valid.event());
        return valid;
    }

    private void record(PutEvent event) {
        if (event.bus().equals("default") || buses.contains(event.bus())) {
            journal.put(event.id(), event.json());
            accepted.add(event);
            listeners.forEach(listener -> listener.accept(event));
        } else {
            lost.add(event);
        }
    }
}
