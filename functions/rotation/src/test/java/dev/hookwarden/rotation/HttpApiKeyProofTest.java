package dev.hookwarden.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.rotation.ProviderAnswer.Accepted;
import dev.hookwarden.rotation.ProviderAnswer.Rejected;
import dev.hookwarden.rotation.ProviderAnswer.Unclear;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpApiKeyProofTest {
    private static final String KEY = "new-key-9b1e44c07fd23a68";

    private final List<String> asked = new ArrayList<>();

    @Test
    void acceptsAKeyThatTheProviderAnswersJsonTo() {
        assertThat(proven(200, "{\"data\":[],\"meta\":{}}")).isEqualTo(new Accepted());
        assertThat(asked).containsExactly("GET /base/v1/cases?limit=1 " + KEY);
    }

    @Test
    void putsThePrefixBeforeTheKey() {
        try (Website site = new Website(exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            Website.answer(exchange, 200, "[]");
        })) {
            var api = Provider.JOBSITEON.api().at(site.uri());

            assertThat(new HttpApiKeyProof().prove(api, KEY)).isEqualTo(new Accepted());
        }
        assertThat(asked).containsExactly("/contacts Bearer " + KEY);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void isRejected(int status) {
        assertThat(proven(status, "{\"error\":\"UNAUTHORIZED\"}")).isEqualTo(new Rejected(status));
    }

    @ParameterizedTest
    @CsvSource({"429", "500", "503", "404", "204", "302"})
    void isUnclear(int status) {
        assertThat(proven(status, status == 204 ? "" : "{}")).isEqualTo(new Unclear("status_" + status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{\"data\":", "{} {}", "\"ok\"", "null"})
    void takesNothingForProofThatIsNoDocument(String body) {
        assertThat(proven(200, body)).isEqualTo(new Unclear("no_json"));
    }

    @Test
    void takesNothingForProofThatHasNoEnd() {
        assertThat(proven(200, "[" + "1,".repeat(BoundedHttp.MAX_BODY / 2) + "1]"))
                .isEqualTo(new Unclear("ioexception"));
    }

    @Test
    void doesNotFollowARedirectWithTheKey() {
        assertThat(provenBy(exchange -> {
                    asked.add(exchange.getRequestURI().getPath());
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
                    Website.answer(exchange, 302, "{}");
                }))
                .isEqualTo(new Unclear("status_302"));
        assertThat(asked).hasSize(1);
    }

    @Test
    void isUnclearWhenNobodyAnswers() {
        assertThat(provenBy(HttpExchange::close)).isInstanceOf(Unclear.class);
    }

    private ProviderAnswer proven(int status, String body) {
        return provenBy(exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-API-KEY"));
            Website.answer(exchange, status, body);
        });
    }

    private static ProviderAnswer provenBy(HttpHandler handler) {
        try (Website site = new Website(handler)) {
            return new HttpApiKeyProof()
                    .prove(Provider.ZENOO.api().at(site.uri().resolve("/base")), KEY);
        }
    }
}
