package dev.hookwarden.processor;

import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.delivery.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Keeps payloads for as long as the test lives. Does not have what is not there, as S3. */
final class InMemoryPayloads implements PayloadStore {
    private final Map<String, Payload> payloads = new TreeMap<>();
    private final List<String> read = new ArrayList<>();

    /** As ingest leaves the delivery's payload. */
    InMemoryPayloads with(Delivery delivery) {
        payloads.put(delivery.metadata().payloadKey(), delivery.payload());
        return this;
    }

    void plant(String key, byte[] bytes) {
        payloads.put(key, Payload.of(bytes));
    }

    @Override
    public Payload read(String key) {
        read.add(key);
        Payload payload = payloads.get(key);
        if (payload == null) {
            throw new PayloadUnavailableException("NoSuchKey", new IllegalStateException());
        }
        return payload;
    }

    @Override
    public void delete(String key) {
        payloads.remove(key);
    }

    Set<String> keys() {
        return Set.copyOf(payloads.keySet());
    }

    /** The keys that were asked for. */
    List<String> read() {
        return List.copyOf(read);
    }
}
