package dev.hookwarden.processor;

import dev.hookwarden.delivery.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Takes what it is told to take, and keeps it. */
final class RecordedSink implements DeliverySink {
    private final List<Delivery> taken = new ArrayList<>();
    private Function<Delivery, SinkOutcome> answer = delivery -> new SinkOutcome.Sent();
    private int calls;

    @Override
    public List<SinkOutcome> send(List<Delivery> deliveries, Instant giveUp) {
        calls++;
        return deliveries.stream().map(this::take).toList();
    }

    private SinkOutcome take(Delivery delivery) {
        SinkOutcome outcome = answer.apply(delivery);
        if (outcome instanceof SinkOutcome.Sent || outcome instanceof SinkOutcome.SentByReference) {
            taken.add(delivery);
        }
        return outcome;
    }

    void answers(Function<Delivery, SinkOutcome> newAnswer) {
        answer = newAnswer;
    }

    List<String> takenIds() {
        return taken.stream().map(delivery -> delivery.metadata().deliveryId()).toList();
    }

    List<Delivery> taken() {
        return List.copyOf(taken);
    }

    int calls() {
        return calls;
    }
}
