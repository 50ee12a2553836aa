package dev.hookwarden.simulation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.hookwarden.local.lambda.SqsBatch;
import dev.hookwarden.simulation.aws.Invocation;
import dev.hookwarden.simulation.aws.Invocations;
import dev.hookwarden.simulation.aws.Killed;
import dev.hookwarden.simulation.judge.Judge;
import dev.hookwarden.simulation.sqs.Queue;
import dev.hookwarden.simulation.sqs.Received;
import dev.hookwarden.simulation.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The queue's event source mapping: batches of up to ten, several at a time; what did not fail is deleted, nearly always. */
final class Poller {
    private static final int BATCH_SIZE = 10;
    private static final int LONGEST_PAUSE_MILLIS = 12_000;
    private static final double LOST_DELETIONS = 0.005;

    private final Queue queue;
    private final RequestHandler<SQSEvent, SQSBatchResponse> function;
    private final VirtualTime time;
    private final Invocations invocations;
    private final Judge judge;
    private final Output output;
    private final Random random;
    private final Consumer<String> trace;
    private boolean polls;
    private long killed;

    Poller(
            Queue queue,
            RequestHandler<SQSEvent, SQSBatchResponse> function,
            VirtualTime time,
            Invocations invocations,
            Judge judge,
            Output output,
            Random random,
            Consumer<String> trace) {
        this.trace = trace;
        this.judge = judge;
        this.output = output;
        this.queue = queue;
        this.function = function;
        this.time = time;
        this.invocations = invocations;
        this.random = random;
    }

    /** A message may be there. */
    void wake() {
        if (!polls) {
            queue.nextVisible().ifPresent(visible -> {
                polls = true;
                Instant next = visible.isAfter(time.instant()) ? visible : time.instant();
                time.at(next.plusMillis(1 + random.nextInt(LONGEST_PAUSE_MILLIS)), this::poll);
            });
        }
    }

    private void poll() {
        polls = false;
        List<Received> batch = queue.receive(BATCH_SIZE);
        // What this batch leaves may be polled while it is being processed.
        wake();
        if (!batch.isEmpty()) {
            process(batch);
            wake();
        }
    }

    private void process(List<Received> batch) {
        Duration limit = Installation.PROCESSOR_TIMEOUT;
        Invocation invocation = new Invocation("processor", time.instant().plus(limit));
        try {
            Set<String> failed =
                    invocations.run(invocation, () -> new SqsBatch(messages(batch)).failuresIn(this::watched));
            trace.accept("processor: " + batch + ", failed " + new TreeSet<>(failed));
            batch.forEach(message -> end(message, failed.contains(message.id())));
        } catch (Killed gone) {
            killed++;
            trace.accept("processor: " + batch + ", died");
        }
    }

    private SQSBatchResponse watched(SQSEvent event, Context context) {
        try {
            return function.handleRequest(event, context);
        } catch (RuntimeException fault) {
            output.thrown(fault);
            judge.threw(fault, "the processor");
            throw fault;
        }
    }

    private void end(Received message, boolean failed) {
        if (failed || random.nextDouble() < LOST_DELETIONS) {
            queue.abandon(message.receipt());
        } else {
            queue.delete(message.receipt());
        }
    }

    private static List<SQSMessage> messages(List<Received> batch) {
        return batch.stream().map(Poller::message).toList();
    }

    private static SQSMessage message(Received received) {
        Map<String, MessageAttribute> attributes = new HashMap<>();
        received.attributes().forEach((name, value) -> {
            MessageAttribute attribute = new MessageAttribute();
            attribute.setDataType("String");
            attribute.setStringValue(value);
            attributes.put(name, attribute);
        });
        SQSMessage message = new SQSMessage();
        message.setMessageId(received.id());
        message.setReceiptHandle(received.receipt());
        message.setBody(received.body());
        message.setAttributes(Map.of("ApproximateReceiveCount", Integer.toString(received.receiveCount())));
        message.setMessageAttributes(attributes);
        message.setEventSource("aws:sqs");
        return message;
    }

    /** How many invocations died. */
    long killed() {
        return killed;
    }
}
