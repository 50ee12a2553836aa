package dev.hookwarden.local.providers;

import static dev.hookwarden.local.providers.ProvidersOnASocket.auth;
import static dev.hookwarden.local.providers.ProvidersOnASocket.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedApiTest {
    private static final String CASES = "/v1/cases?limit=1";
    private static final String PULL = "/api/gateway/sharable-payload/token-1";
    private static final String IDEMPOTENCY_KEY = "6f1c52b0-6c1f-4a57-9d3c-0f3c8f3b1a11";

    private ProvidersOnASocket providers;
    private String zenoo;
    private String jobsiteon;

    @BeforeEach
    void start() throws Exception {
        providers = new ProvidersOnASocket(Optional.empty());
        zenoo = providers.issueKey("zenoo", "");
        jobsiteon = providers.issueKey("jobsiteon", "");
    }

    @AfterEach
    void stop() {
        providers.close();
    }

    @Test
    void listsCasesInPages() throws Exception {
        HttpResponse<String> answer = providers.get("zenoo", CASES, zenoo);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("data").isArray()).isTrue();
        assertThat(json(answer).at("/meta/request_id").asText()).isNotEmpty();
        assertThat(json(answer).at("/meta/page/has_more").isBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contacts", "jobs", "invoices", "pricebook", "properties", "payments"})
    void readsEveryDocumentedEntity(String entity) throws Exception {
        assertThat(providers.get("jobsiteon", "/v1/" + entity, jobsiteon).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, zenoo, /v1/cases?limit=none, 400, VALIDATION_ERROR",
        "GET, zenoo, /v1/elsewhere, 404, NOT_FOUND",
        "DELETE, zenoo, /v1/cases, 404, NOT_FOUND",
        "GET, zenoo, /v1/cases/unknown, 404, NOT_FOUND",
        "GET, zenoo, /api/gateway/sharable-payload/unknown, 404, TOKEN_EXPIRED",
        "PATCH, jobsiteon, /v1/payments/p1, 404, NOT_FOUND"
    })
    void failsInTheDocumentedShape(String method, String provider, String path, int status, String error)
            throws Exception {
        String key = provider.equals("zenoo") ? zenoo : jobsiteon;

        HttpResponse<String> answer = providers.send(method, provider, path, auth(provider, key), "");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).path("error").asText()).isEqualTo(error);
        assertThat(json(answer).path("message").asText()).isNotEmpty();
        assertThat(json(answer).path("request_id").asText()).isNotEmpty();
    }

    @Test
    void answersOneThingAsItWasPutThere() throws Exception {
        providers.put("zenoo", "things", "{\"path\":\"" + PULL + "\",\"status\":204}");
        assertThat(providers.get("zenoo", PULL, zenoo).statusCode()).isEqualTo(204);
        providers.put("zenoo", "things", "{\"path\":\"" + PULL + "\",\"body\":{\"verdict\":\"Pass\"}}");

        HttpResponse<String> answer = providers.get("zenoo", PULL, zenoo);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"verdict\":\"Pass\"}");
    }

    @Test
    void takesNoThingWhereTheApiReadsNone() throws Exception {
        HttpResponse<String> answer =
                providers.send("PUT", "jobsiteon", "/things", Map.of(), "{\"path\":\"/v1/contacts\",\"body\":{}}");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "zenoo, Authorization, 'Bearer '",
        "zenoo, X-API-KEY, 'Bearer '",
        "jobsiteon, X-API-KEY, ''",
        "jobsiteon, Authorization, ''",
        "jobsiteon, Authorization, 'Basic '"
    })
    void refusesALivingKeyInAnotherForm(String provider, String header, String prefix) throws Exception {
        String key = provider.equals("zenoo") ? zenoo : jobsiteon;
        String path = provider.equals("zenoo") ? CASES : "/v1/contacts";

        HttpResponse<String> answer = providers.send("GET", provider, path, Map.of(header, prefix + key), "");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("error").asText()).isEqualTo("UNAUTHORIZED");
    }

    @Test
    void refusesARevokedKey() throws Exception {
        providers.send("DELETE", "jobsiteon", "/keys", Map.of(), "{\"key\":\"" + jobsiteon + "\"}");

        assertThat(providers.get("jobsiteon", "/v1/contacts", jobsiteon).statusCode())
                .isEqualTo(401);
    }

    @Test
    void forbidsWhatAKeyWasIssuedWithout() throws Exception {
        String restricted = providers.issueKey("jobsiteon", "{\"permissions\":[\"contacts\"]}");

        assertThat(providers.get("jobsiteon", "/v1/contacts", restricted).statusCode())
                .isEqualTo(200);
        HttpResponse<String> forbidden = providers.get("jobsiteon", "/v1/jobs", restricted);
        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(json(forbidden).path("error").asText()).isEqualTo("FORBIDDEN");
    }

    @Test
    void keepsKeysAndTheirPermissionsFromOneRunToTheNext(@TempDir Path folder) throws Exception {
        Optional<Path> file = Optional.of(folder.resolve("providers.json"));
        String restricted;
        try (ProvidersOnASocket first = new ProvidersOnASocket(file)) {
            restricted = first.issueKey("jobsiteon", "{\"permissions\":[\"jobs\"]}");
        }
        try (ProvidersOnASocket second = new ProvidersOnASocket(file)) {
            assertThat(second.get("jobsiteon", "/v1/jobs", restricted).statusCode())
                    .isEqualTo(200);
            assertThat(second.get("jobsiteon", "/v1/contacts", restricted).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void readsAFileFromBeforeKeysHadPermissions(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("providers.json");
        Files.writeString(file, "{\"zenoo\":[\"an-old-key\"]}");
        try (ProvidersOnASocket later = new ProvidersOnASocket(Optional.of(file))) {
            assertThat(later.get("zenoo", CASES, "an-old-key").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void doesAPostOnceUnderOneIdempotencyKey() throws Exception {
        assertThat(create(IDEMPOTENCY_KEY)).isEqualTo(create(IDEMPOTENCY_KEY));
        assertThat(create("11111111-6c1f-4a57-9d3c-0f3c8f3b1a11")).isNotEqualTo(create(IDEMPOTENCY_KEY));
    }

    @Test
    void takesOnlyAUuidForAnIdempotencyKey() throws Exception {
        assertThat(create("today").path("error").asText()).isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void refusesWhatIsOverTheLimitOfARollingMinute() throws Exception {
        for (int call = 0; call < 100; call++) {
            assertThat(providers.get("zenoo", CASES, zenoo).statusCode()).isEqualTo(200);
        }
        pass(Duration.ofMillis(20_500));

        HttpResponse<String> refused = providers.get("zenoo", CASES, zenoo);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("40");
        assertThat(providers.get("zenoo", PULL, zenoo).statusCode())
                .as("a pull, which has a limit of its own")
                .isEqualTo(404);
        pass(Duration.ofMillis(39_500));
        assertThat(providers.get("zenoo", CASES, zenoo).statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotSayWhenToComeAgainWhereThatIsNotDocumented() throws Exception {
        for (int call = 0; call < 100; call++) {
            providers.get("jobsiteon", call % 2 == 0 ? "/v1/contacts" : "/v1/jobs", jobsiteon);
        }

        HttpResponse<String> refused = providers.get("jobsiteon", "/v1/payments", jobsiteon);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void saysTheMostCallsThatAnyRollingMinuteSaw() throws Exception {
        for (int call = 0; call < 9; call++) {
            providers.get("zenoo", CASES, zenoo);
            pass(Duration.ofSeconds(20));
        }
        providers.get("zenoo", CASES, "never-issued");

        JsonNode calls = providers.calls("zenoo");
        assertThat(calls.path("calls").asInt()).isEqualTo(10);
        assertThat(calls.path("largestInWindow").asInt()).isEqualTo(3);
        assertThat(calls.path("statuses").toString()).isEqualTo("{\"200\":9,\"401\":1}");
        assertThat(calls.at("/limits/0/endpointClass").asText()).isEqualTo("sync");
        assertThat(calls.toString()).doesNotContain(zenoo);
    }

    private JsonNode create(String idempotencyKey) throws Exception {
        Map<String, String> headers = new HashMap<>(auth("zenoo", zenoo));
        headers.put("Idempotency-Key", idempotencyKey);
        return json(providers.send("POST", "zenoo", "/v1/cases", headers, "{}"));
    }

    private void pass(Duration time) {
        providers.now.updateAndGet(now -> now.plus(time));
    }
}
