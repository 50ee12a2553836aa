package dev.hookwarden.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.hookwarden.config.ConfigurationException;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.providerapi.CallPorts;
import dev.hookwarden.providerapi.PlainHttp;
import dev.hookwarden.providerapi.RateLimiter.Permission.Granted;
import dev.hookwarden.rotation.ProviderAnswer.Accepted;
import dev.hookwarden.rotation.ProviderAnswer.Rejected;
import dev.hookwarden.rotation.ProviderAnswer.Unclear;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer says of a candidate. How the call is made is tested where it is made. */
class HttpApiKeyProofTest {
    private static final String KEY = "new-key-9b1e44c07fd23a68";

    private final List<String> asked = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final MutableClock clock = new MutableClock();
    private final Outputs outputs = new Outputs();

    @Test
    void acceptsAKeyThatTheProviderAnswersJsonTo() {
        assertThat(proven(200, "{\"data\":[],\"meta\":{}}")).isEqualTo(new Accepted());
        assertThat(asked).containsExactly("GET /base/v1/cases?limit=1 " + KEY);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void isRejected(int status) {
        assertThat(proven(status, "{\"error\":\"UNAUTHORIZED\"}")).isEqualTo(new Rejected(status));
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"500, status_500", "404, status_404", "302, status_302", "429, rate_limited", "204, malformed_body"})
    void isUnclear(int status, String reason) {
        assertThat(proven(status, status == 204 ? "" : "{}")).isEqualTo(new Unclear(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{\"data\":", "\"ok\"", "null"})
    void takesNothingForProofThatIsNoDocument(String body) {
        assertThat(proven(200, body)).isEqualTo(new Unclear("malformed_body"));
    }

    @Test
    void triesAgainWithinItsTime() {
        proven(500, "{}");

        assertThat(waits).containsExactly(Duration.ofSeconds(5));
        assertThat(asked).hasSize(2);
    }

    @Test
    void isUnclearWhenNobodyAnswers() {
        assertThat(provenBy(HttpExchange::close)).isEqualTo(new Unclear("connection_failed"));
    }

    @Test
    void saysSoInTheLogWithoutTheKey() {
        proven(401, "{}");

        assertThat(outputs.logged(LogEvent.PROVIDER_API_CALL))
                .singleElement()
                .satisfies(line -> assertThat(line.fields())
                        .containsEntry("provider", "zenoo")
                        .containsEntry("status", 401L));
        outputs.assertDontShow(List.of(KEY));
    }

    @Test
    void sendsNoKeyOverPlainHttpOnceDeployed() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> proof(zenooAt(URI.create("http://127.0.0.1:3000")), PlainHttp.REFUSED));
    }

    private ProviderAnswer proven(int status, String body) {
        return provenBy(exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-API-KEY"));
            Website.answer(exchange, status, body);
        });
    }

    private ProviderAnswer provenBy(HttpHandler handler) {
        try (Website site = new Website(handler)) {
            Provider provider = zenooAt(site.uri().resolve("/base"));
            return proof(provider, PlainHttp.TO_THIS_MACHINE).prove(provider, KEY);
        }
    }

    private HttpApiKeyProof proof(Provider provider, PlainHttp plainHttp) {
        CallPorts ports = new CallPorts((key, limit) -> new Granted(), outputs, clock, this::pause, () -> 0.5);
        return new HttpApiKeyProof(List.of(provider), plainHttp, ports);
    }

    private void pause(Duration span) {
        waits.add(span);
        clock.advance(span);
    }

    private static Provider zenooAt(URI address) {
        return Provider.ZENOO.withApi(Provider.ZENOO.api().at(address));
    }
}
