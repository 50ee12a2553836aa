package dev.hookwarden.local.providers;

import static dev.hookwarden.local.providers.ProvidersOnASocket.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hookwarden.local.tls.ServerCertificate;
import dev.hookwarden.provider.Provider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannedFaultsTest {
    private static final String CASES = "/v1/cases?limit=1";

    private ProvidersOnASocket providers;
    private String key;

    @BeforeEach
    void start() throws Exception {
        providers = new ProvidersOnASocket(Optional.empty());
        key = providers.issueKey("zenoo", "");
    }

    @AfterEach
    void stop() {
        providers.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, VALIDATION_ERROR",
        "401, UNAUTHORIZED",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "429, RATE_LIMITED",
        "500, INTERNAL_ERROR",
        "502, PROVIDER_ERROR",
        "503, SERVICE_UNAVAILABLE"
    })
    void failsAsOftenAsPlannedWithTheDocumentedBody(int status, String error) throws Exception {
        providers.put("zenoo", "faults", "{\"status\":" + status + ",\"count\":2}");

        assertThat(json(call()).path("error").asText()).isEqualTo(error);
        assertThat(call().statusCode()).isEqualTo(status);
        assertThat(call().statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhenToComeAgain() throws Exception {
        providers.put("zenoo", "faults", "{\"status\":429,\"retryAfter\":7}");

        assertThat(call().headers().firstValue("Retry-After")).contains("7");
    }

    @Test
    void sendsElsewhere() throws Exception {
        providers.put("zenoo", "faults", "{\"status\":302}");

        assertThat(call().headers().firstValue("Location")).contains("https://elsewhere.example/");
    }

    @Test
    void answersGarbageThatSaysItIsJson() throws Exception {
        providers.put("zenoo", "faults", "{\"body\":\"garbage\"}");

        HttpResponse<String> answer = call();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> json(answer));
    }

    @Test
    void answersAPageThatIsNoJson() throws Exception {
        providers.put("zenoo", "faults", "{\"body\":\"wrong-type\"}");

        HttpResponse<String> answer = call();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html");
    }

    @Test
    void endsBeforeItsAnnouncedLength() throws Exception {
        providers.put("zenoo", "faults", "{\"body\":\"truncated\",\"count\":5}");

        assertThatExceptionOfType(IOException.class).isThrownBy(this::call);
    }

    @Test
    void tricklesTheWholeBody() throws Exception {
        providers.put("zenoo", "faults", "{\"body\":\"trickled\",\"paceMs\":1}");

        assertThat(json(call()).path("data").isArray()).isTrue();
    }

    @Test
    void countsAPlannedFaultAsACall() throws Exception {
        providers.put("zenoo", "faults", "{\"status\":503}");
        call();

        assertThat(providers.calls("zenoo").path("largestInWindow").asInt()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":99}", "{\"latencyMs\":60001}", "{\"retryAfter\":-1}", "{\"body\":\"sour\"}"})
    void refusesWhatCannotBePlanned(String faults) throws Exception {
        assertThat(providers.send("PUT", "zenoo", "/faults", Map.of(), faults).statusCode())
                .isEqualTo(400);
    }

    @Test
    void keepsItsAddressWhateverItShows() {
        URI before = providers
                .providers
                .overTls(Provider.ZENOO, ServerCertificate.VALID)
                .baseUrl();

        assertThat(providers
                        .providers
                        .overTls(Provider.ZENOO, ServerCertificate.EXPIRED)
                        .baseUrl())
                .isEqualTo(before);
    }

    @Test
    void servesOverTlsToWhoTrustsItsAuthority() throws Exception {
        assertThat(callOverTls("valid")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "wrong-host", "self-signed"})
    void showsABadCertificateFromThenOn(String certificate) throws Exception {
        callOverTls("valid");

        assertThatExceptionOfType(SSLException.class).isThrownBy(() -> callOverTls(certificate));
        assertThat(callOverTls("valid")).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void handsOutWhatItShows(ServerCertificate kind) throws Exception {
        TlsFront front = providers.providers.overTls(Provider.JOBSITEON, kind);

        assertThat(front.certificate().getPublicKey().getAlgorithm()).isEqualTo("EC");
        assertThat(front.baseUrl().getPath()).isEqualTo("/_providers/jobsiteon/v1");
    }

    private HttpResponse<String> call() throws IOException, InterruptedException {
        return providers.get("zenoo", CASES, key);
    }

    private int callOverTls(String certificate) throws IOException, InterruptedException {
        String url = providers
                .put("zenoo", "certificate", "{\"certificate\":\"" + certificate + "\"}")
                .path("url")
                .asText();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + CASES))
                .header("X-API-KEY", key)
                .build();
        try (HttpClient http = HttpClient.newBuilder()
                .sslContext(providers.providers.authority().trusting())
                .build()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
