package dev.hookwarden.providerapi;

import static dev.hookwarden.providerapi.CallWorld.KEY;
import static dev.hookwarden.providerapi.CallWorld.NEXT_KEY;
import static dev.hookwarden.providerapi.CallWorld.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.provider.ApiKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallLogTest {
    private final CallWorld world = new CallWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void saysWhatCameOfAnAttempt() {
        world.site.then(exchange -> {
            world.clock.advance(Duration.ofMillis(120));
            TlsSite.answer(exchange, 200, "{\"data\":[],\"meta\":{\"request_id\":\"req_1\"}}");
        });
        world.call(READ);

        assertThat(world.lines)
                .singleElement()
                .satisfies(line -> assertThat(line.fields())
                        .containsEntry("provider", "zenoo")
                        .containsEntry("operation", "list-cases")
                        .containsEntry("attempt", 1L)
                        .containsEntry("status", 200L)
                        .containsEntry("durationMs", 120L)
                        .containsEntry("outcome", "success")
                        .containsEntry("requestId", "req_1")
                        .hasSize(7));
    }

    @ParameterizedTest
    @CsvSource({
        "200, success, -",
        "404, not_found, -",
        "401, refused, -",
        "429, rate_limited, -",
        "418, failed, status_418"
    })
    void hasOneWordForEachOutcome(int status, String outcome, String reason) {
        world.site.then(status, "{}");
        world.call(READ, Duration.ofSeconds(1));

        assertThat(world.logged("outcome")).containsExactly(outcome);
        assertThat(world.logged("reason")).containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"request_id\":\"body\"}', header, body",
        "'{\"error\":\"x\"}', header, header",
        "'<html>', header, header",
        "'{\"request_id\":\"a b\\u0000<c>\\n\"}', header, abc",
        "'{}', '', -"
    })
    void takesTheRequestIdFromBodyOrHeader(String body, String header, String expected) {
        world.site.then(400, body, "X-Request-Id", header);
        world.call(READ);

        assertThat(world.logged("requestId")).containsExactly(expected);
    }

    @Test
    void boundsTheRequestId() {
        world.site.then(400, "{\"request_id\":\"" + "x".repeat(5000) + "\"}");
        world.call(READ);

        assertThat(world.logged("requestId")).containsExactly("x".repeat(128));
    }

    @Test
    void leavesOutARequestIdThatHoldsAKeyOfCharactersThatNoIdHas() {
        ApiKey key = new ApiKey("live!key~2f8c1d7ae5b94063");
        world.keys.current = Optional.of(key);
        world.site.then(400, "{}", "X-Request-Id", key.value());
        world.call(READ);

        assertThat(world.logged("requestId")).containsExactly("-");
    }

    /** Strings that must not come out, in every place that a provider or a caller can put them. */
    @Test
    void showsNeitherKeyNorQueryNorTokenNorBody() {
        world.keys.next = Optional.of(NEXT_KEY);
        world.site
                .then(401, "{\"message\":\"canary-body\",\"request_id\":\"" + KEY.value() + "\"}")
                .then(500, "canary-body", "X-Request-Id", NEXT_KEY.value())
                .then(429, "{\"request_id\":[\"canary-body\"]}", "Retry-After", "canary-header")
                .then(200, "{\"name\":\"canary-body\"}", "Set-Cookie", "canary-header");
        List<Object> outputs = new ArrayList<>();
        ApiCall<String> pull = new ApiCall<>(
                        "pull-result",
                        "POST",
                        "/pull/canary-token?name=canary-query",
                        "pull",
                        (status, body) -> Optional.of(new String(body, StandardCharsets.UTF_8)))
                .sending("{\"x\":\"canary-sent\"}")
                .onceUnder("canary-once");

        outputs.add(world.call(pull));
        outputs.add(pull);
        outputs.add(KEY);
        outputs.add(new HttpAnswer.Broken(0, Trouble.TIMEOUT));
        world.lines.forEach(line -> outputs.add(line.fields()));

        assertThat(world.lines).hasSize(4);
        assertThat(outputs.getFirst()).hasToString("Success[]");
        assertThat(outputs.toString())
                .doesNotContain("canary", KEY.value(), NEXT_KEY.value())
                .doesNotContain(base64(KEY.value()), base64(NEXT_KEY.value()));
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
