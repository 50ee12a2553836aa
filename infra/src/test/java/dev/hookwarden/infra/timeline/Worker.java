package dev.hookwarden.infra.timeline;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.hookwarden.processor.ProcessorHandler;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lambda between the queue and the processor. */
final class Worker {
    private final VirtualQueue queue;
    private final ProcessorHandler processor;
    private final LambdaMetrics metrics;
    private State state = State.RUNS;

    /** What Lambda does with a batch. */
    enum State {
        RUNS,
        /** It isn't asked: the event source is off. */
        STANDS_STILL,
        THROTTLED
    }

    Worker(VirtualQueue queue, ProcessorHandler processor, LambdaMetrics metrics) {
        this.queue = queue;
        this.processor = processor;
        this.metrics = metrics;
    }

    void becomes(State next) {
        state = next;
    }

    /** Processes what can be received now. */
    void poll() {
        switch (state) {
            case RUNS -> {
                for (List<SQSMessage> batch = queue.receive(); !batch.isEmpty(); batch = queue.receive()) {
                    process(batch);
                }
            }
            case STANDS_STILL -> {}
            case THROTTLED -> metrics.throttled();
        }
    }

    private void process(List<SQSMessage> batch) {
        SQSEvent event = new SQSEvent();
        event.setRecords(batch);
        SQSBatchResponse response = processor.handleRequest(event, new Invocation("processor"));
        metrics.ran();
        Set<String> failed = response.getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .collect(Collectors.toSet());
        batch.stream()
                .map(SQSMessage::getMessageId)
                .filter(id -> !failed.contains(id))
                .forEach(queue::delete);
    }
}
