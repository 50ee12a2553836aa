package dev.hookwarden.simulation;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.aws.eventbridge.PutEvent;
import dev.hookwarden.simulation.judge.Judge;
import java.util.Optional;

/** Shows the judge every event that the bus takes, and has the bus forget them by and by. */
final class BusWatch {
    private static final int EVENTS_KEPT = 1000;

    private final AwsSide aws;
    private final Output output;
    private final Judge judge;
    private int published;

    BusWatch(AwsSide aws, Output output, Judge judge) {
        this.aws = aws;
        this.output = output;
        this.judge = judge;
    }

    void published(PutEvent event) {
        output.carry(event.detail().toString());
        if (!event.source().equals("hookwarden.rotation")) {
            judge.published(event, stored(event));
        }
        if (++published % EVENTS_KEPT == 0) {
            aws.bus().forget();
        }
    }

    /** The payload that an event only refers to. */
    private Optional<Payload> stored(PutEvent event) {
        return aws.objects()
                .bytes(
                        Installation.PAYLOAD_BUCKET,
                        event.detail().at("/payloadS3/key").asText())
                .map(Payload::of);
    }
}
