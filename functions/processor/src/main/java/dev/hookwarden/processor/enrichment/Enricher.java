package dev.hookwarden.processor.enrichment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.JsonPointerBasedFilter;
import com.fasterxml.jackson.core.filter.TokenFilter.Inclusion;
import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.json.Json;
import dev.hookwarden.processor.enrichment.EnrichmentOutcome.Enriched;
import dev.hookwarden.processor.enrichment.EnrichmentOutcome.NotWanted;
import dev.hookwarden.processor.enrichment.EnrichmentOutcome.NotYet;
import dev.hookwarden.providerapi.ApiCall;
import dev.hookwarden.providerapi.ApiOutcome;
import dev.hookwarden.providerapi.ApiOutcome.Failed;
import dev.hookwarden.providerapi.ApiOutcome.NotFound;
import dev.hookwarden.providerapi.ApiOutcome.RateLimited;
import dev.hookwarden.providerapi.ApiOutcome.Refused;
import dev.hookwarden.providerapi.ApiOutcome.Success;
import dev.hookwarden.providerapi.ProviderCalls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Fetches what a delivery's payload names from its provider's API. For use by any number of threads. */
public final class Enricher {
    /** It becomes the last part of a path, whoever wrote the payload: letters, digits and what else means nothing there. */
    private static final Pattern REFERENCE = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~=-]{1,512}");

    private final List<EnrichmentPlan> plans;
    private final ProviderCalls calls;

    public Enricher(List<EnrichmentPlan> plans, ProviderCalls calls) {
        this.plans = List.copyOf(plans);
        this.calls = calls;
    }

    /**
     * Fetches what one delivery names; never throws for anything that it holds or that the provider does.
     *
     * @param giveUpAt when the answer is needed
     */
    public EnrichmentOutcome enrich(Delivery delivery, Instant giveUpAt) {
        return plans.stream()
                .filter(plan -> plan.provider().id().equals(delivery.metadata().providerId()))
                .findFirst()
                .map(plan -> enrich(delivery, plan, giveUpAt))
                .orElseGet(NotWanted::new);
    }

    private EnrichmentOutcome enrich(Delivery delivery, EnrichmentPlan plan, Instant giveUpAt) {
        Optional<String> reference = delivery.payload().text().flatMap(text -> at(plan, text));
        if (reference.isEmpty()) {
            return new Enriched(Enrichment.leftOut("no_reference"));
        }
        if (!REFERENCE.matcher(reference.get()).matches()) {
            return new Enriched(Enrichment.leftOut("malformed_reference"));
        }
        ApiCall<Fetched> call = new ApiCall<>(
                plan.operation(), "GET", plan.path() + reference.get(), plan.endpointClass(), Enricher::read);
        return outcome(calls.call(plan.provider(), call, giveUpAt));
    }

    /** The text or whole number at the plan's place. */
    private static Optional<String> at(EnrichmentPlan plan, String payload) {
        try (JsonParser parser = new FilteringParserDelegate(
                Json.FACTORY.createParser(payload),
                new JsonPointerBasedFilter(plan.reference()),
                Inclusion.ONLY_INCLUDE_ALL,
                false)) {
            JsonToken token = parser.nextToken();
            return token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT
                    ? Optional.of(parser.getText())
                    : Optional.empty();
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    /** 204 says that the thing is being made. */
    private static Optional<Fetched> read(int status, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return switch (status) {
            case 200 -> Json.isOneValue(text) ? Optional.of(new Fetched(Optional.of(text))) : Optional.empty();
            case 204 -> Optional.of(new Fetched(Optional.empty()));
            default -> Optional.empty();
        };
    }

    private static EnrichmentOutcome outcome(ApiOutcome<Fetched> outcome) {
        return switch (outcome) {
            case Success<Fetched>(Fetched fetched) ->
                fetched.body()
                        .<EnrichmentOutcome>map(body -> new Enriched(Enrichment.found(body)))
                        .orElseGet(() -> new NotYet("enrichment_pending"));
            case NotFound<Fetched>() -> new Enriched(Enrichment.notFound());
            case RateLimited<Fetched>(Instant retryAt) -> new NotYet("enrichment_rate_limited");
            case Refused<Fetched>(int status) -> new EnrichmentOutcome.Failed("refused_" + status);
            // It will not have shrunk by the next try, and an event has no room for it either.
            case Failed<Fetched>(String reason)
            when reason.equals("body_too_large") -> new Enriched(Enrichment.leftOut("too_large"));
            case Failed<Fetched>(String reason) -> new EnrichmentOutcome.Failed(reason);
        };
    }

    /** @param body empty while the thing is being made */
    private record Fetched(Optional<String> body) {}
}
