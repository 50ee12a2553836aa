package dev.hookwarden.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.http.Headers;
import dev.hookwarden.provider.Provider;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ShownHeadersTest {
    private static final String CANARY = "canary/7f3b+9a0c 2d%";

    private static String logged(Headers headers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JsonEventLog(new PrintStream(bytes, true, StandardCharsets.UTF_8), () -> Instant.EPOCH)
                .write(LogLine.of(LogEvent.SIGNATURE_REFUSED)
                        .with("provider", "zenoo")
                        .with("sourceIp", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff")
                        .with("reason", "timestamp_outside_tolerance")
                        .with("attemptId", "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f")
                        .with("headers", ShownHeaders.of(headers)));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static Stream<String> headersThatAreNotShown() {
        return Stream.concat(
                Provider.ALL.stream().map(provider -> provider.scheme().header()),
                Stream.of(
                        "Authorization",
                        "Proxy-Authorization",
                        "Cookie",
                        "X-Api-Key",
                        "X-Shopify-Hmac-Sha256",
                        "X-Slack-Signature",
                        "X-Amz-Security-Token",
                        "X-Forwarded-For",
                        "X-Anything-Else"));
    }

    @ParameterizedTest
    @MethodSource("headersThatAreNotShown")
    void showsNoValueInAnyForm(String name) {
        byte[] bytes = CANARY.getBytes(StandardCharsets.UTF_8);
        String line = logged(Headers.of(Map.of(name, CANARY, "User-Agent", "agent/1.0")));

        assertThat(line.toLowerCase(Locale.ROOT))
                .contains(name.toLowerCase(Locale.ROOT), "present, 20 characters, fingerprint ", "agent/1.0")
                .doesNotContain(Stream.of(
                                CANARY,
                                CANARY.substring(0, 8),
                                CANARY.substring(12),
                                HexFormat.of().formatHex(bytes),
                                HexFormat.of().formatHex(bytes, 0, 6),
                                Base64.getEncoder().encodeToString(bytes).substring(0, 8),
                                Base64.getUrlEncoder().encodeToString(bytes).substring(0, 8),
                                URLEncoder.encode(CANARY, StandardCharsets.UTF_8))
                        .map(form -> form.toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void showsNoSignatureThatVerifies() {
        for (Provider provider : Provider.ALL) {
            Map<String, String> signed = provider.scheme()
                    .sign(
                            provider.scheme().signingKey("0f1e2d3c4b5a6978ffeeddccbbaa9988"),
                            new byte[0],
                            "msg_1",
                            Instant.EPOCH);
            String value = String.join("", signed.values());

            assertThat(logged(Headers.of(signed)))
                    .doesNotContain(value, value.substring(value.length() - 12), value.substring(8, 20));
        }
    }

    @Test
    void tellsTwoValuesApartAndTheSameOneAgain() {
        String first = shown("X-Signature", "a".repeat(64));

        assertThat(shown("X-Signature", "a".repeat(64))).isEqualTo(first);
        assertThat(shown("X-Signature", "a".repeat(63) + "b")).isNotEqualTo(first);
        assertThat(first).matches("present, 64 characters, fingerprint [0-9a-f]{8}");
    }

    private static String shown(String name, String value) {
        return String.join("|", ShownHeaders.of(Headers.of(Map.of(name, value))).values());
    }

    @Test
    void showsEveryValueOfAHeaderThatMayBeShown() {
        Headers headers = new Headers.Builder()
                .add("Content-Type", "application/json")
                .add("content-type", "text/plain")
                .build();

        assertThat(ShownHeaders.of(headers)).isEqualTo(Map.of("content-type", "application/json, text/plain"));
    }

    @Test
    void cutsWhatItShowsTo100Characters() {
        assertThat(shown("User-Agent", "x".repeat(100))).isEqualTo("x".repeat(100));
        assertThat(shown("User-Agent", "x".repeat(101))).isEqualTo("x".repeat(99) + "…");
    }

    @Test
    void aFloodOfHeadersHidesNothingThatMayBeShown() {
        Headers.Builder flood = new Headers.Builder();
        for (int i = 0; i < 5_000; i++) {
            flood.add("a-" + i, "x");
        }
        flood.add("user-agent", "agent/1.0").add("Host", "hooks.example.org");

        assertThat(logged(flood.build()))
                .contains("\"user-agent\":\"agent/1.0\"", "\"host\":\"hooks.example.org\"", "4978 more")
                .doesNotContain("truncated");
    }

    @Test
    void longOrHostileHeadersStillFitIntoTheLine() {
        for (String hostile : List.of("\u0001", "\"", "\\", "é", "😀", "\ud800", "\n", "x")) {
            Headers.Builder builder = new Headers.Builder();
            for (int i = 0; i < 100; i++) {
                builder.add("x-" + i + hostile.repeat(500), hostile.repeat(4_096));
            }
            for (String name : List.of("accept", "content-encoding", "content-length", "content-type", "host", "via")) {
                builder.add(name, hostile.repeat(4_096));
            }
            builder.add("user-agent", "agent/1.0");

            assertThat(logged(builder.build()))
                    .as(hostile)
                    .hasSizeLessThan(4_096)
                    .contains("\"user-agent\":\"agent/1.0\"")
                    .doesNotContain("truncated");
        }
    }
}
