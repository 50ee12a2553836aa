package dev.hookwarden.providerapi;

import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.hookwarden.provider.ApiKey;
import dev.hookwarden.provider.ApiKeys;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.providerapi.ApiOutcome.Failed;
import dev.hookwarden.providerapi.ApiOutcome.Refused;
import dev.hookwarden.providerapi.ApiOutcome.Success;
import dev.hookwarden.providerapi.HttpAnswer.Whole;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One call, from its key to its outcome. Failsafe repeats the attempts; when the next one is due is for {@link Retries} to say. */
final class CallUnderWay<T> {
    /** An attempt with less time than this would be made for nothing, and still count against the limit. */
    static final Duration LEAST_TIME = Duration.ofMillis(500);

    private static final int UNAUTHORIZED = 401;

    private final Provider provider;
    private final ApiCall<T> call;
    private final Instant giveUpAt;
    private final BoundedHttp http;
    private final KeptAnswers kept;
    private final ApiKeys keys;
    private final CallPorts ports;
    private final Retries retries;
    private final CallLog log;

    private ApiKey key;
    private boolean keyRefreshed;
    private int attempts;

    CallUnderWay(
            Provider provider,
            ApiCall<T> call,
            Instant giveUpAt,
            ApiKey key,
            ApiKeys keys,
            BoundedHttp http,
            KeptAnswers kept,
            CallPorts ports) {
        this.provider = provider;
        this.call = call;
        this.giveUpAt = giveUpAt;
        this.key = key;
        this.keys = keys;
        this.http = http;
        this.kept = kept;
        this.ports = ports;
        this.retries = new Retries(provider.api().retryPlan(), ports);
        this.log = new CallLog(ports.log(), provider.id(), call.operation());
    }

    ApiOutcome<T> outcome() {
        RetryPolicy<Attempt<T>> policy = RetryPolicy.<Attempt<T>>builder()
                .handleIf((attempt, fault) -> fault == null && attempt.next().isPresent())
                .withMaxAttempts(provider.api().retryPlan().attempts())
                .build();
        return Failsafe.with(policy).get(this::attempt).outcome();
    }

    private Attempt<T> attempt(ExecutionContext<Attempt<T>> context) {
        if (context.getAttemptCount() > 0) {
            Instant due = context.getLastResult().next().orElseThrow();
            ports.pause().last(Duration.between(now(), due));
        }
        int planned = context.getAttemptCount() + 1;
        Attempt<T> attempt = permitted(planned);
        boolean withNextKey =
                attempt.outcome() instanceof Refused<T>(int status) && status == UNAUTHORIZED && hasNextKey();
        return withNextKey ? permitted(planned) : attempt;
    }

    /** Once for each call: the key may have been rotated since it was read. */
    private boolean hasNextKey() {
        if (keyRefreshed) {
            return false;
        }
        keyRefreshed = true;
        Optional<ApiKey> next = keys.afterRefused(provider, key);
        key = next.orElse(key);
        return next.isPresent() && call.isRepeatable();
    }

    private Attempt<T> permitted(int planned) {
        Optional<ApiOutcome<T>> refusal = new Limits(ports).refusal(provider, call, giveUpAt.minus(LEAST_TIME));
        if (refusal.isEmpty() && isTooLate(now())) {
            refusal = Optional.of(new Failed<>("out_of_time"));
        }
        if (refusal.isPresent()) {
            log.ended(refusal.get());
            return new Attempt<>(refusal.get(), Optional.empty());
        }
        return made(planned);
    }

    private Attempt<T> made(int planned) {
        attempts++;
        Instant begunAt = now();
        HttpAnswer answer = http.send(request(), Duration.between(begunAt, giveUpAt));
        Duration took = Duration.between(begunAt, now());
        Optional<Instant> next = retries.next(answer, planned);
        ApiOutcome<T> outcome =
                Judgement.of(answer, call, () -> next.orElseGet(() -> retries.afterLimit(answer, planned)));
        log.attempted(attempts, answer, took, key, outcome);
        if (outcome instanceof Success<T> && answer instanceof Whole whole) {
            keep(whole, took);
        }
        return new Attempt<>(outcome, next.filter(due -> call.isRepeatable() && !isTooLate(due)));
    }

    private void keep(Whole answer, Duration took) {
        if (call.keepFor().isPositive() && answer.status() == 200) {
            Duration lifetime = Freshness.of(answer.headers(), call.keepFor()).minus(took);
            kept.keep(KeptAnswers.name(provider.api(), call, key), answer, lifetime);
        }
    }

    private HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(provider.api().baseUrl() + call.pathAndQuery()))
                .header(provider.api().authHeader(), provider.api().authPrefix() + key.value())
                .header("Accept", "application/json")
                .method(call.method(), call.json().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        call.json().ifPresent(json -> request.header("Content-Type", "application/json"));
        call.idempotencyKey().ifPresent(id -> request.header("Idempotency-Key", id));
        return request.build();
    }

    private boolean isTooLate(Instant begin) {
        return begin.plus(LEAST_TIME).isAfter(giveUpAt);
    }

    private Instant now() {
        return ports.clock().instant();
    }

    /**
     * What came of one attempt.
     *
     * @param next when there is to be another
     */
    private record Attempt<T>(ApiOutcome<T> outcome, Optional<Instant> next) {}
}
