package dev.hookwarden.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.explain.CapturedAttempt;
import dev.hookwarden.explain.Explanation;
import dev.hookwarden.explain.Objection;
import dev.hookwarden.explain.Verdict;
import dev.hookwarden.http.Headers;
import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.provider.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTest {
    private static final byte[] PAYLOAD =
            "{\"event_id\":\"evt_1\",\"event_type\":\"case.created\"}".getBytes(StandardCharsets.UTF_8);

    private static LocalStack stack;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        stack = LocalStack.start(settings(0, Optional.empty()));
    }

    @AfterAll
    static void stop() {
        stack.close();
        HTTP.close();
    }

    @Test
    void saysWhereItServes() {
        assertThat(stack.readyLine())
                .isEqualTo("ready api=" + stack.api() + " aws=" + stack.aws() + " console=" + stack.console());
    }

    @Test
    void acceptsASignedDelivery() throws Exception {
        assertThat(post("/webhooks/zenoo", sign(stack, Provider.ZENOO), PAYLOAD).statusCode())
                .isEqualTo(200);
        assertThat(stack.deliveries().findValuesAsText("deliveryId")).contains("evt_1");
    }

    @Test
    void listsWhatItRefused() throws Exception {
        HttpResponse<String> answer = post("/webhooks/jobsiteon", Map.of(), PAYLOAD);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"error\":\"Invalid signature\"}");
        JsonNode refusals =
                LocalJson.MAPPER.readTree(get("/_hookwarden/refusals").body());
        assertThat(refusals.findValuesAsText("reason")).contains("signature_missing");
        assertThat(refusals.findValuesAsText("sourceIp")).contains("127.0.0.1");
    }

    @Test
    void saysWhereEveryKeyStands() throws Exception {
        JsonNode keys = LocalJson.MAPPER.readTree(get("/_hookwarden/keys").body());

        assertThat(keys.findValuesAsText("key"))
                .containsExactly(
                        "zenoo/signing-key",
                        "zenoo/api-key",
                        "jobsiteon/api-key",
                        "github/signing-key",
                        "stripe/signing-key",
                        "standard-webhooks/signing-key");
        assertThat(keys.findValuesAsText("state")).containsOnly("healthy");
        assertThat(keys.path(0).path("ageDays").asInt(-1)).isZero();
        assertThat(keys.path(0).path("versions").path(0).path("stages").toString())
                .isEqualTo("[\"AWSCURRENT\"]");
    }

    @Test
    void probesWhenItIsAsked() throws Exception {
        HttpResponse<String> answer = post("/_hookwarden/probe", Map.of(), new byte[0]);
        JsonNode lines = LocalJson.MAPPER.readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(lines.findValuesAsText("event")).containsOnly("provider_api_call", "key_state", "keyring_read");
        assertThat(lines.findValuesAsText("key")).contains("zenoo/signing-key", "zenoo/api-key", "jobsiteon/api-key");
    }

    @Test
    void theProbeFindsADeadKey() {
        try (LocalStack own = LocalStack.start(settings(0, Optional.empty()))) {
            assertThat(own.probe().findValuesAsText("outcome")).containsExactly("success", "success");

            HTTP.sendAsync(
                            HttpRequest.newBuilder(own.api().resolve("/_providers/zenoo/keys"))
                                    .POST(BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.discarding())
                    .join();
            assertThat(own.probe().findValuesAsText("outcome")).containsExactly("refused", "success");
        }
    }

    @Test
    void answersAnUnknownRouteAsTheGatewayDoes() throws Exception {
        assertThat(post("/elsewhere", Map.of(), PAYLOAD).statusCode()).isEqualTo(404);
    }

    @Test
    void saysHowEveryAlarmStands() throws Exception {
        JsonNode alarms = LocalJson.MAPPER.readTree(get("/_hookwarden/alarms").body());

        assertThat(alarms.findValuesAsText("name")).contains("hookwarden-local-zenoo-signature-failures");
        assertThat(alarms.findValuesAsText("state")).isSubsetOf("OK", "ALARM", "INSUFFICIENT_DATA");
    }

    @Test
    void showsTheConsole() throws Exception {
        assertThat(get("/_hookwarden/").body()).contains("<title>Hookwarden</title>");
    }

    @Test
    void issuesAKeyThatKillsTheOldOneWhereKeysDoNotOverlap() throws Exception {
        String first = issueKey("zenoo");
        assertThat(read("zenoo", "X-API-KEY", first)).isEqualTo(200);
        issueKey("zenoo");

        assertThat(read("zenoo", "X-API-KEY", first)).isEqualTo(401);
    }

    @Test
    void issuesAKeyBesideTheOldOneWhereKeysOverlap() throws Exception {
        String first = issueKey("jobsiteon");
        String second = issueKey("jobsiteon");

        assertThat(read("jobsiteon", "Authorization", "Bearer " + first)).isEqualTo(200);
        assertThat(read("jobsiteon", "Authorization", "Bearer " + second)).isEqualTo(200);
    }

    @Test
    void failsTheNextCallsAsPlanned() throws Exception {
        String key = issueKey("zenoo");
        send(
                "PUT",
                "/_providers/zenoo/faults",
                Map.of(),
                "{\"status\":503,\"count\":1}".getBytes(StandardCharsets.UTF_8));

        assertThat(read("zenoo", "X-API-KEY", key)).isEqualTo(503);
        assertThat(read("zenoo", "X-API-KEY", key)).isEqualTo(200);
    }

    @Test
    void turnsAwayWhatAnExplanationSaysThatItDoes() throws Exception {
        assertTurnedAway(PAYLOAD, "gzip");
        assertTurnedAway(new byte[0], "gzip");
        assertTurnedAway(new byte[0], "identity");
        assertTurnedAway(new byte[Objection.LARGEST_PAYLOAD + 1], "identity");
    }

    private static void assertTurnedAway(byte[] body, String encoding) throws IOException, InterruptedException {
        Map<String, String> headers = Map.of("Content-Encoding", encoding);
        CapturedAttempt attempt = new CapturedAttempt(Headers.of(headers), Payload.of(body), Instant.EPOCH);
        Verdict verdict = Explanation.of(Provider.ZENOO, attempt, List.of()).verdict();

        int status = post("/webhooks/zenoo", headers, body).statusCode();
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.TurnedAway.class,
                        turned -> assertThat(turned.objection().status()).isEqualTo(status));
    }

    @Test
    void saysWhichPortIsTaken() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> LocalStack.start(settings(stack.api().getPort(), Optional.empty())))
                .withMessageContaining(String.valueOf(stack.api().getPort()))
                .withMessageContaining("--port");
    }

    @Test
    void keepsItsStateFromOneRunToTheNext(@TempDir Path folder) throws Exception {
        String before;
        JsonNode deliveries;
        try (LocalStack first = LocalStack.start(settings(0, Optional.of(folder)))) {
            before = signature(first);
            assertThat(sendTo(first)).isEqualTo(200);
            deliveries = first.deliveries();
        }
        try (LocalStack second = LocalStack.start(settings(0, Optional.of(folder)))) {
            assertThat(signature(second)).isEqualTo(before);
            assertThat(second.deliveries()).hasSameSizeAs(deliveries);
            assertThat(sendTo(second)).isEqualTo(200);
        }
    }

    @Test
    void startsAnewWithoutTheFileOfSecrets(@TempDir Path folder) throws Exception {
        try (LocalStack first = LocalStack.start(settings(0, Optional.of(folder)))) {
            assertThat(sendTo(first)).isEqualTo(200);
        }
        Files.delete(folder.resolve("secrets.json"));
        try (LocalStack second = LocalStack.start(settings(0, Optional.of(folder)))) {
            assertThat(sendTo(second)).isEqualTo(200);
        }
    }

    private static int sendTo(LocalStack of) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(of.api().resolve("/webhooks/zenoo")).POST(BodyPublishers.ofByteArray(PAYLOAD));
        sign(of, Provider.ZENOO).forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    @Test
    void sharesItsFolderWithNobody(@TempDir Path folder) {
        try (LocalStack first = LocalStack.start(settings(0, Optional.of(folder)))) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> LocalStack.start(settings(0, Optional.of(folder))))
                    .withMessageStartingWith("Another stack runs on the folder " + folder);
            assertThat(first.deliveries()).isEmpty();
        }
    }

    private static String signature(LocalStack of) {
        return sign(of, Provider.ZENOO).get("X-Zenoo-Signature")
                + sign(of, Provider.JOBSITEON).get("X-Signature");
    }

    private static Map<String, String> sign(LocalStack of, Provider provider) {
        return provider.scheme().sign(of.currentSigningKey(provider), PAYLOAD, "", Instant.EPOCH);
    }

    private static LocalSettings settings(int port, Optional<Path> folder) {
        return new LocalSettings(port, 0, folder, Duration.ofSeconds(2), line -> {}, FaultPlan.none());
    }

    private static String issueKey(String provider) throws IOException, InterruptedException {
        String body =
                post("/_providers/" + provider + "/keys", Map.of(), new byte[0]).body();
        return LocalJson.MAPPER.readTree(body).path("key").asText();
    }

    private static int read(String provider, String header, String value) throws IOException, InterruptedException {
        String path = provider.equals("zenoo") ? "/v1/cases?limit=1" : "/v1/contacts";
        return send("GET", "/_providers/" + provider + path, Map.of(header, value), new byte[0])
                .statusCode();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, Map.of(), new byte[0]);
    }

    private static HttpResponse<String> post(String path, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        return send("POST", path, headers, body);
    }

    private static HttpResponse<String> send(String method, String path, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        URI url = URI.create(stack.api() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(url).method(method, BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
