package dev.hookwarden.cli.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.delivery.Payload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureTest {
    private static Capture capture(String text) {
        return Capture.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Signature: abc",
                "X-Signature:abc  \r\n",
                "POST /webhooks/zenoo HTTP/1.1\r\nX-Signature: abc\r\n\r\n",
                "> POST /webhooks/zenoo HTTP/1.1\n> X-Signature: abc\n> \n",
                "> POST /webhooks/zenoo HTTP/1.1\n> X-Signature: abc",
                "*   Trying 127.0.0.1:3000...\n> POST /webhooks/zenoo HTTP/1.1\n> X-Signature: abc\n> \n} [48 bytes data]\n< HTTP/1.1 401\n< A: 1\n",
                "Note: Unnecessary use of -X or --request, POST is already inferred.\n* Connected to 127.0.0.1\n> POST /webhooks/zenoo HTTP/1.1\n> X-Signature: abc\n>\n< HTTP/1.1 401\n\n> a body that came back",
                "X-Name: \u0085se\nX-Signature: abc",
                "{\"X-Signature\":\"abc\"}",
                "{\"x-signature\":[\"abc\"]}",
                "{\"headers\":{\"X-Signature\":\"abc\"}}"
            })
    void readsAHeaderInEveryForm(String text) {
        assertThat(capture(text).headers().all("x-signature")).containsExactly("abc");
        assertThat(capture(text).payload()).isEmpty();
    }

    @Test
    void keepsEachOfSeveralValues() {
        assertThat(capture("a: 1\nA: 2").headers().all("a")).containsExactly("1", "2");
        assertThat(capture("{\"headers\":{\"A\":\"2\"},\"multiValueHeaders\":{\"A\":[\"1\",\"2\"]}}")
                        .headers()
                        .all("a"))
                .containsExactly("1", "2");
    }

    @Test
    void keepsTheValuesOfNamesThatDifferInTheirCase() {
        assertThat(capture("{\"A\":\"1\",\"a\":\"2\"}").headers().all("a")).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"A\":\"1\",\"A\":\"2\"}", "{\"headers\":{\"A\":\"1\",\"A\":\"2\"}}"})
    void dropsNoValueOfANameThatStandsTwice(String text) {
        assertThatThrownBy(() -> capture(text)).hasMessageContaining("a name stands in it twice");
    }

    @Test
    void takesTheBodyAfterTheEmptyLineByteForByte() {
        assertThat(capture("A: 1\r\n\r\n{\"a\": \"ë\"}\r\n\r\n").payload())
                .contains(Payload.of("{\"a\": \"ë\"}\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hello\n> quoted line", "mail\n> From: somebody\n", "> POST / HTTP/1.1\n> X-Signature: def\n"})
    void takesABodyThatQuotesForABody(String body) {
        Capture capture = capture("POST /webhooks/zenoo HTTP/1.1\r\nX-Signature: abc\r\n\r\n" + body);

        assertThat(capture.headers().all("x-signature")).containsExactly("abc");
        assertThat(capture.payload()).contains(Payload.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void takesWhatCameBackForNoHeader() {
        assertThat(capture("> POST / HTTP/1.1\n> X-Signature: abc\n> \n< HTTP/1.1 401\n< \n> X-Signature: def\n")
                        .headers()
                        .all("x-signature"))
                .containsExactly("abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST / HTTP/1.1\nA: 1\nsecret\nB: 2\n",
                "* Connected to 127.0.0.1\n> POST / HTTP/1.1\n> secret\n> \n"
            })
    void saysWhichLineOfTheFileIsNoHeader(String text) {
        assertThatThrownBy(() -> capture(text)).hasMessageStartingWith("line 3 is no header");
    }

    @Test
    void readsAnEventOfApiGateway() {
        Capture capture = capture(
                "{\"headers\":{\"A\":\"1\"},\"body\":\"/w==\",\"isBase64Encoded\":true,\"requestContext\":{\"requestTimeEpoch\":1795348800000}}");

        assertThat(capture.payload()).contains(Payload.of(new byte[] {(byte) 0xFF}));
        assertThat(capture.receivedAt()).contains(Instant.parse("2026-11-22T12:00:00Z"));
    }

    @Test
    void readsTheSampleEvents() throws IOException {
        Path sample = Path.of(System.getProperty("hookwarden.root", ".."), "events", "cases", "tampered.json");
        Capture capture = Capture.of(Files.readAllBytes(sample));

        assertThat(capture.headers().all("X-Zenoo-Signature")).hasSize(1);
        assertThat(capture.payload()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret",
                "A: 1\nsecret",
                "{\"A\":{\"secret\":1}}",
                "{secret",
                "{\"A\":\"secret1\",\"A\":\"secret2\"}",
                "{\"headers\":{},\"body\":\"secret!\",\"isBase64Encoded\":true}"
            })
    void saysWhatIsWrongWithoutShowingIt(String text) {
        assertThatThrownBy(() -> capture(text))
                .isInstanceOf(MalformedCaptureException.class)
                .hasMessageNotContaining("secret");
    }
}
