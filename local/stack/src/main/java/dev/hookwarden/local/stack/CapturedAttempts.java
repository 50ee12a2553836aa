package dev.hookwarden.local.stack;

import dev.hookwarden.local.lambda.ProxyRequest;
import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogLine;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The last attempts as they came, for the console on this machine and for nothing else. In memory alone: at most {@value #KEPT}, and
 * {@value #KEPT_BYTES} bytes of bodies. The functions decide an attempt on the thread that brought it, and their line gives it its id.
 */
final class CapturedAttempts implements EventLog {
    private static final int KEPT = 2_000;
    private static final int KEPT_BYTES = 32 * 1024 * 1024;
    private static final ScopedValue<ProxyRequest> UNDER_WAY = ScopedValue.newInstance();

    private final LinkedHashMap<String, ProxyRequest> oldestFirst = new LinkedHashMap<>();
    private long bytes;

    /** Answers this request, and keeps it if a function logs what became of it. */
    <T> T during(ProxyRequest request, Supplier<T> answering) {
        return ScopedValue.where(UNDER_WAY, request).call(answering::get);
    }

    @Override
    public void write(LogLine line) {
        switch (line.event()) {
            case DELIVERY_ACCEPTED, SIGNATURE_REFUSED, REQUEST_REFUSED -> {
                if (UNDER_WAY.isBound()) {
                    keep(String.valueOf(line.fields().get("requestId")), UNDER_WAY.get());
                }
            }
            default -> {
                // The other events decide no attempt.
            }
        }
    }

    /** The attempt, unless it was forgotten or came before this process. */
    synchronized Optional<ProxyRequest> of(String requestId) {
        return Optional.ofNullable(oldestFirst.get(requestId));
    }

    private synchronized void keep(String requestId, ProxyRequest attempt) {
        oldestFirst.put(requestId, attempt);
        bytes += attempt.body().size();
        while (oldestFirst.size() > KEPT || bytes > KEPT_BYTES) {
            bytes -= oldestFirst.pollFirstEntry().getValue().body().size();
        }
    }
}
