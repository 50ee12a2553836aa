package dev.hookwarden.processor;

import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.delivery.Payload;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings messages and their payloads together. What the store has must be, to the last bit, what ingest verified. */
final class PayloadFetch {
    private final PayloadStore store;
    private final InstantSource clock;

    PayloadFetch(PayloadStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The messages whose payload is at hand; the report gets the others.
     *
     * @param giveUp from when on no further payload is read
     */
    List<FetchedMessage> of(List<OpenedMessage> messages, Instant giveUp, BatchReport report) {
        List<FetchedMessage> fetched = new ArrayList<>();
        for (OpenedMessage message : messages) {
            message.payload()
                    .or(() -> read(message, giveUp, report))
                    .map(payload -> new FetchedMessage(message, new Delivery(message.metadata(), payload)))
                    .ifPresent(fetched::add);
        }
        return fetched;
    }

    private Optional<Payload> read(OpenedMessage message, Instant giveUp, BatchReport report) {
        if (clock.instant().isAfter(giveUp)) {
            report.outOfTime(message);
            return Optional.empty();
        }
        try {
            Payload payload = store.read(message.metadata().payloadKey());
            if (payload.sha256().equals(message.metadata().payloadSha256())) {
                return Optional.of(payload);
            }
            report.payloadChanged(message);
        } catch (PayloadUnavailableException fault) {
            report.payloadUnavailable(message, fault);
        }
        return Optional.empty();
    }
}
