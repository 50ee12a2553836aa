package dev.hookwarden.ingest;

import dev.hookwarden.delivery.Canary;
import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.delivery.DeliveryIdentity;
import dev.hookwarden.delivery.DeliveryMetadata;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.ingest.Admission.Admitted;
import dev.hookwarden.ingest.Admission.Turned;
import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.log.ShownHeaders;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.RefusalReason;
import dev.hookwarden.signing.Verification.Refused;
import dev.hookwarden.signing.Verification.Verified;
import dev.hookwarden.verification.KeyringUnavailableException;
import dev.hookwarden.verification.Verifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** Takes an attempt the whole way from the gateway to the queue, and writes one log line about it. */
final class Receiver {
    private final List<Provider> providers;
    private final int payloadLimit;
    private final Verifier verifier;
    private final DeliveryQueue queue;
    private final EventLog log;
    private final InstantSource clock;
    private final Supplier<String> attemptIds;

    /**
     * @param payloadLimit the largest payload that is accepted, in bytes
     * @param attemptIds ids that nobody can choose: whoever could repeat one would own the first attempt's claim on a delivery, and the
     *     gateway lets a client choose the request id
     */
    Receiver(
            List<Provider> providers,
            int payloadLimit,
            Verifier verifier,
            DeliveryQueue queue,
            EventLog log,
            InstantSource clock,
            Supplier<String> attemptIds) {
        this.providers = List.copyOf(providers);
        this.payloadLimit = payloadLimit;
        this.verifier = verifier;
        this.queue = queue;
        this.log = log;
        this.clock = clock;
        this.attemptIds = attemptIds;
    }

    /** The answer to an attempt. Never throws for a fault: the sender then gets a 5xx and sends the delivery again. */
    Answer receive(Attempt attempt) {
        Instant receivedAt = clock.instant();
        try {
            return switch (Admission.of(attempt, providers, payloadLimit)) {
                case Turned(RequestRefusal refusal) -> turn(attempt, receivedAt, refusal);
                case Admitted(Provider provider, Payload payload) -> verify(attempt, provider, payload, receivedAt);
            };
        } catch (KeyringUnavailableException | PayloadStoreUnavailableException | QueueUnavailableException fault) {
            return fail(attempt, receivedAt, fault, Answer.UNAVAILABLE);
        } catch (RuntimeException fault) {
            return fail(attempt, receivedAt, fault, Answer.FAILED);
        }
    }

    private Answer verify(Attempt attempt, Provider provider, Payload payload, Instant receivedAt) {
        return switch (verifier.verify(provider, attempt.headers(), payload.bytes(), receivedAt)) {
            case Refused(RefusalReason reason) -> refuse(attempt, provider, payload, receivedAt, reason);
            case Verified verified -> accept(attempt, provider, payload, receivedAt, verified);
        };
    }

    private Answer accept(Attempt attempt, Provider provider, Payload payload, Instant receivedAt, Verified verified) {
        DeliveryIdentity identity = DeliveryIdentity.of(provider.identification(), attempt.headers(), payload);
        DeliveryMetadata metadata = new DeliveryMetadata(
                provider.id(),
                identity.deliveryId(),
                identity.eventType(),
                attemptIds.get(),
                receivedAt,
                verified.stage(),
                verified.keyVersion(),
                payload.sha256());
        queue.send(new Delivery(metadata, payload));
        LogLine line = about(LogEvent.DELIVERY_ACCEPTED, attempt, receivedAt)
                .with("attemptId", metadata.attemptId())
                .with("receivedAt", receivedAt.toString())
                .with("deliveryId", metadata.deliveryId())
                .with("eventType", metadata.eventType())
                .with("keyStage", metadata.keyStage())
                .with("keyVersion", metadata.keyVersion())
                .with("bytes", payload.size());
        verified.keyVerifiesUntil().ifPresent(deadline -> line.with("overlapHoursLeft", hoursUntil(deadline)));
        log.write(line);
        return Answer.ACCEPTED;
    }

    private Answer refuse(
            Attempt attempt, Provider provider, Payload payload, Instant receivedAt, RefusalReason reason) {
        if (reason == RefusalReason.SIGNATURE_MISMATCH && isOurCanary(attempt, provider, payload, receivedAt)) {
            log.write(about(LogEvent.CANARY_REFUSED, attempt, receivedAt).with("reason", reason));
            return Answer.UNAUTHORIZED;
        }
        log.write(about(LogEvent.SIGNATURE_REFUSED, attempt, receivedAt)
                .with("reason", reason)
                .with("expectedHeader", provider.scheme().header())
                .with("bytes", payload.size())
                .with("headers", ShownHeaders.of(attempt.headers())));
        return Answer.UNAUTHORIZED;
    }

    /** Only a holder of a key can make one: no forgery is told apart from the others by this. Nothing is parsed that isn't vouched for. */
    private boolean isOurCanary(Attempt attempt, Provider provider, Payload payload, Instant receivedAt) {
        return verifier.isVouchedFor(provider, attempt.headers(), Canary.VOUCHER_HEADER, payload.bytes(), receivedAt)
                && DeliveryIdentity.of(provider.identification(), attempt.headers(), payload)
                        .eventType()
                        .equals(Canary.EVENT_TYPE);
    }

    private Answer turn(Attempt attempt, Instant receivedAt, RequestRefusal refusal) {
        log.write(about(LogEvent.REQUEST_REFUSED, attempt, receivedAt)
                .with("reason", refusal)
                .with("method", attempt.method())
                .with("status", refusal.status())
                .with("headers", ShownHeaders.of(attempt.headers())));
        return Answer.refusing(refusal);
    }

    private Answer fail(Attempt attempt, Instant receivedAt, RuntimeException fault, Answer answer) {
        log.write(about(LogEvent.INGEST_FAILED, attempt, receivedAt)
                .with("status", answer.status())
                .withFault(fault));
        return answer;
    }

    /** Written when the attempt is decided: {@code durationMs} is the time from its arrival here to its answer. */
    private LogLine about(LogEvent event, Attempt attempt, Instant receivedAt) {
        return LogLine.of(event)
                .with("provider", knownProvider(attempt))
                .with("requestId", attempt.requestId())
                .with("sourceIp", attempt.sourceIp())
                .with("durationMs", clock.millis() - receivedAt.toEpochMilli());
    }

    /** Whole hours, those begun left out, so that less than 24 is less than a day; the queue may have taken until after it. */
    private long hoursUntil(Instant deadline) {
        return Math.max(0, Duration.between(clock.instant(), deadline).toHours());
    }

    /** A stranger's path may hold anything, and filters go by this field. */
    private String knownProvider(Attempt attempt) {
        return providers.stream()
                .map(Provider::id)
                .filter(attempt.providerId()::equals)
                .findFirst()
                .orElse("unknown");
    }
}
