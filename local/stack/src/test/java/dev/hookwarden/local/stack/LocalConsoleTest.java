package dev.hookwarden.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.local.sending.WebhookClient;
import dev.hookwarden.provider.Provider;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalConsoleTest {
    private static final int MOST_LOOKS = 300;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private static LocalStack stack;
    private static final WebhookClient CLIENT = new WebhookClient();

    @BeforeAll
    static void start() {
        stack = LocalStack.start(
                new LocalSettings(0, 0, Optional.empty(), Duration.ofSeconds(1), line -> {}, FaultPlan.none()));
    }

    @AfterAll
    static void stop() {
        stack.close();
        CLIENT.close();
    }

    @Test
    void givesThePayloadOfAnAcceptedDeliveryByteForByte() throws Exception {
        String payload = "{\"event_id\":\"evt_kept\",  \"event_type\":\"case.created\"}\n";
        assertThat(deliver(payload.getBytes(StandardCharsets.UTF_8))).isEqualTo(200);

        JsonNode view = get("payloads/" + last("deliveries", "attemptId"));
        assertThat(view.path("text").asText()).isEqualTo(payload);
        assertThat(view.path("bytes").asInt()).isEqualTo(payload.length());
    }

    @Test
    void givesAPayloadThatIsNoTextInBase64() throws Exception {
        assertThat(deliver(new byte[] {(byte) 0xff, 0, 'A'})).isEqualTo(200);

        JsonNode view = get("payloads/" + last("deliveries", "attemptId"));
        assertThat(view.path("base64").asText()).isEqualTo("/wBB");
        assertThat(view.has("text")).isFalse();
    }

    @Test
    void explainsARefusedAttemptAndNeverGivesItOut() throws Exception {
        byte[] payload = "{\"event_id\":\"evt_refused\"}".getBytes(StandardCharsets.UTF_8);
        Map<String, String> forged = Map.of("X-Zenoo-Signature", "sha256=" + "0123456789abcdef".repeat(4));
        assertThat(CLIENT.post(stack.api().resolve("/webhooks/zenoo"), forged, payload)
                        .statusCode())
                .isEqualTo(401);

        String requestId = last("refusals", "requestId");
        JsonNode explanation = get("explanations/" + requestId);
        assertThat(explanation.path("check").asText()).startsWith("No key here makes its signature");
        assertThat(explanation.path("steps").findValuesAsText("outcome")).contains("passed", "failed");
        assertThat(explanation.toString()).doesNotContain("evt_refused", "0123456789abcdef");
        assertThat(call("GET", "payloads/" + requestId, "").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "zenoo, valid, [200]",
        "jobsiteon, valid, [200]",
        "zenoo, tampered, [401]",
        "jobsiteon, duplicate, '[200,200]'",
        "zenoo, oversized, [413]",
        "jobsiteon, oversized, [413]"
    })
    void sendsSamples(String provider, String kind, String statuses) throws Exception {
        JsonNode answer = post("samples", "{\"provider\":\"" + provider + "\",\"kind\":\"" + kind + "\"}");

        assertThat(answer.path("statuses")).hasToString(statuses);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"provider\":\"zenoo\"}", "{\"provider\":\"nobody\",\"kind\":\"valid\"}"})
    void sendsNothingThatItDoesNotKnow(String input) throws Exception {
        assertThat(call("POST", "samples", input).statusCode()).isEqualTo(409);
    }

    @Test
    void letsADeliveryDieAndSendsItThroughAgain() throws Exception {
        post("samples", "{\"provider\":\"zenoo\",\"kind\":\"undeliverable\"}");
        String attemptId = last("deliveries", "attemptId");
        until(() -> call("POST", "redrive", "").statusCode() == 200);

        until(() -> state(attemptId).equals("processed"));
    }

    @Test
    void startsARotation() throws Exception {
        String version =
                post("rotate", "{\"key\":\"zenoo/api-key\"}").path("version").asText();

        until(() -> get("keys").findParents("id").stream()
                .anyMatch(found -> found.path("id").asText().equals(version)
                        && found.path("stages").toString().contains("AWSCURRENT")));
    }

    @Test
    void rotatesNoUnknownKey() throws Exception {
        assertThat(call("POST", "rotate", "{\"key\":\"zenoo/nothing\"}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void turnsAPageFromElsewhereAwayFromTheProvidersSwitchesToo() throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                "POST",
                stack.api().resolve("/_providers/zenoo/keys"),
                Map.of("Origin", "https://elsewhere.example"),
                new byte[0]);

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        for (int look = 0; !condition.call(); look++) {
            assertThat(look).as("looks, a tenth of a second apart").isLessThan(MOST_LOOKS);
            Pause.of(BETWEEN_LOOKS);
        }
    }

    private static int deliver(byte[] payload) throws IOException, InterruptedException {
        Map<String, String> headers =
                WebhookClient.sign(Provider.ZENOO, stack.currentSigningKey(Provider.ZENOO), payload);
        return CLIENT.post(stack.api().resolve("/webhooks/zenoo"), headers, payload)
                .statusCode();
    }

    private static String last(String state, String field) throws IOException, InterruptedException {
        JsonNode entries = get(state);
        return entries.path(entries.size() - 1).path(field).asText();
    }

    private static String state(String attemptId) {
        for (JsonNode delivery : stack.deliveries()) {
            if (delivery.path("attemptId").asText().equals(attemptId)) {
                return delivery.path("state").asText();
            }
        }
        return "";
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        return LocalJson.MAPPER.readTree(call("GET", path, "").body());
    }

    private static JsonNode post(String path, String input) throws IOException, InterruptedException {
        return LocalJson.MAPPER.readTree(call("POST", path, input).body());
    }

    private static HttpResponse<String> call(String method, String path, String input)
            throws IOException, InterruptedException {
        return CLIENT.send(method, stack.console().resolve(path), Map.of(), input.getBytes(StandardCharsets.UTF_8));
    }
}
