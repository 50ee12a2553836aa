package dev.hookwarden.processor.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.delivery.Delivery;
import dev.hookwarden.delivery.DeliveryMetadata;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.processor.enrichment.EnrichmentOutcome.Enriched;
import dev.hookwarden.processor.enrichment.EnrichmentOutcome.Failed;
import dev.hookwarden.processor.enrichment.EnrichmentOutcome.NotWanted;
import dev.hookwarden.processor.enrichment.EnrichmentOutcome.NotYet;
import dev.hookwarden.providerapi.ApiOutcome;
import dev.hookwarden.signing.KeyStage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnricherTest {
    private static final Instant GIVE_UP_AT = Instant.parse("2026-11-22T10:15:50Z");
    private static final String PING =
            "{\"event_type\":\"verification.completed\",\"data\":{\"pull_token\":\"tok_1\"}}";

    @Test
    void pullsTheResultBehindTheToken() {
        PlannedCalls calls = PlannedCalls.answering(200, "{\"verdict\":\"Pass\"}");

        assertThat(enrich("zenoo", PING, calls)).isEqualTo(new Enriched(Enrichment.found("{\"verdict\":\"Pass\"}")));
        assertThat(calls.made()).containsExactly("zenoo GET /api/gateway/sharable-payload/tok_1 pull");
        assertThat(calls.deadlines()).containsExactly(GIVE_UP_AT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":{\"id\":\"c-17\"}}", "{\"a\":[{}],\"data\":{\"x\":{},\"id\":\"c-17\"}}"})
    void readsTheEntityThatAPayloadNames(String payload) {
        PlannedCalls calls = PlannedCalls.answering(200, "{}");

        enrich("jobsiteon", payload, calls);

        assertThat(calls.made()).containsExactly("jobsiteon GET /contacts/c-17 all");
    }

    @Test
    void readsAnEntityWhoseIdIsANumber() {
        PlannedCalls calls = PlannedCalls.answering(200, "{}");

        enrich("jobsiteon", "{\"data\":{\"id\":17}}", calls);

        assertThat(calls.made()).containsExactly("jobsiteon GET /contacts/17 all");
    }

    @Test
    void recordsThatAResultHasExpired() {
        assertThat(enrich("zenoo", PING, PlannedCalls.ending(new ApiOutcome.NotFound<>())))
                .isEqualTo(new Enriched(Enrichment.notFound()));
    }

    @Test
    void waitsForAResultThatIsPending() {
        assertThat(enrich("zenoo", PING, PlannedCalls.answering(204, ""))).isEqualTo(new NotYet("enrichment_pending"));
    }

    @Test
    void waitsUntilTheLimitAllowsACall() {
        assertThat(enrich("zenoo", PING, PlannedCalls.ending(new ApiOutcome.RateLimited<>(GIVE_UP_AT))))
                .isEqualTo(new NotYet("enrichment_rate_limited"));
    }

    @Test
    void failsWhenTheKeyIsRefused() {
        assertThat(enrich("zenoo", PING, PlannedCalls.ending(new ApiOutcome.Refused<>(401))))
                .isEqualTo(new Failed("refused_401"));
    }

    @Test
    void failsWhenTheCallDoes() {
        assertThat(enrich("zenoo", PING, PlannedCalls.ending(new ApiOutcome.Failed<>("status_503"))))
                .isEqualTo(new Failed("status_503"));
    }

    @Test
    void leavesOutAResultThatNoEventHasRoomFor() {
        assertThat(enrich("zenoo", PING, PlannedCalls.ending(new ApiOutcome.Failed<>("body_too_large"))))
                .isEqualTo(new Enriched(Enrichment.leftOut("too_large")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"verdict\":", "{} {}"})
    void failsWhenTheBodyIsNoJson(String body) {
        assertThat(enrich("zenoo", PING, PlannedCalls.answering(200, body))).isEqualTo(new Failed("malformed_body"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}", "{\"data\":{}}", "{\"data\":{\"pull_token\":null}}", "{\"data\":{\"pull_token\":{\"a\":1}}}",
                "{\"pull_token\":\"tok_1\"}", "{\"data\":", "no json", ""
            })
    void asksForNothingThatAPayloadDoesNotName(String payload) {
        PlannedCalls calls = PlannedCalls.answering(200, "{}");

        assertThat(enrich("zenoo", payload, calls)).isEqualTo(new Enriched(Enrichment.leftOut("no_reference")));
        assertThat(calls.made()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"..", ".", "a/b", "../../v1/cases", "a?limit=9", "a#b", "a%2fb", "a b", "\\u00e9", "\\n", ""})
    void letsNoPayloadChooseAnotherPath(String reference) {
        PlannedCalls calls = PlannedCalls.answering(200, "{}");

        assertThat(enrich("zenoo", "{\"data\":{\"pull_token\":\"" + reference + "\"}}", calls))
                .isEqualTo(new Enriched(Enrichment.leftOut("malformed_reference")));
        assertThat(calls.made()).isEmpty();
    }

    @Test
    void leavesOtherProvidersAlone() {
        PlannedCalls calls = PlannedCalls.answering(200, "{}");
        Enricher zenooOnly = new Enricher(List.of(Plans.both().getFirst()), calls);

        assertThat(zenooOnly.enrich(delivery("jobsiteon", "{\"data\":{\"id\":\"c-17\"}}"), GIVE_UP_AT))
                .isEqualTo(new NotWanted());
        assertThat(calls.made()).isEmpty();
    }

    @Test
    void doesNotShowWhatItFound() {
        assertThat(new Enriched(Enrichment.found("{\"name\":\"canary\"}")).toString())
                .doesNotContain("canary");
    }

    private static EnrichmentOutcome enrich(String providerId, String payload, PlannedCalls calls) {
        return new Enricher(Plans.both(), calls).enrich(delivery(providerId, payload), GIVE_UP_AT);
    }

    private static Delivery delivery(String providerId, String payload) {
        Payload whole = Payload.of(payload.getBytes(StandardCharsets.UTF_8));
        return new Delivery(
                new DeliveryMetadata(
                        providerId,
                        "evt_01",
                        "case.completed",
                        "attempt-1",
                        GIVE_UP_AT,
                        KeyStage.CURRENT,
                        "version-1",
                        whole.sha256()),
                whole);
    }
}
