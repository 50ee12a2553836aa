package dev.hookwarden.processor.enrichment;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.providerapi.ApiCall;
import dev.hookwarden.providerapi.ApiOutcome;
import dev.hookwarden.providerapi.ProviderCalls;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers every call the same, and keeps what was called; a body is read as the real client reads it. */
public final class PlannedCalls implements ProviderCalls {
    private final List<String> made = new CopyOnWriteArrayList<>();
    private final List<Instant> deadlines = new CopyOnWriteArrayList<>();
    private final Function<ApiCall<?>, ApiOutcome<?>> plan;

    private PlannedCalls(Function<ApiCall<?>, ApiOutcome<?>> plan) {
        this.plan = plan;
    }

    /** Calls that succeed with this body. */
    public static PlannedCalls answering(int status, String body) {
        return new PlannedCalls(call -> read(call, status, body));
    }

    /** Calls that end like this. */
    public static PlannedCalls ending(ApiOutcome<?> outcome) {
        return new PlannedCalls(call -> outcome);
    }

    /** Calls that end as this says. */
    public static PlannedCalls as(Function<String, ApiOutcome<?>> byPath) {
        return new PlannedCalls(call -> byPath.apply(call.pathAndQuery()));
    }

    private static <T> ApiOutcome<T> read(ApiCall<T> call, int status, String body) {
        Optional<T> value = call.reader().read(status, body.getBytes(StandardCharsets.UTF_8));
        return value.<ApiOutcome<T>>map(ApiOutcome.Success::new)
                .orElseGet(() -> new ApiOutcome.Failed<>("malformed_body"));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> ApiOutcome<T> call(Provider provider, ApiCall<T> call, Instant giveUpAt) {
        made.add(provider.id() + " " + call.method() + " " + call.pathAndQuery() + " " + call.endpointClass());
        deadlines.add(giveUpAt);
        return (ApiOutcome<T>) plan.apply(call);
    }

    /** Each call's provider, method, path and class of endpoints. */
    public List<String> made() {
        return made;
    }

    /** When each call had to be answered. */
    public List<Instant> deadlines() {
        return deadlines;
    }
}
