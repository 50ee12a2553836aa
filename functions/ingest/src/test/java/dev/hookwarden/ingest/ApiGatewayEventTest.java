package dev.hookwarden.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiGatewayEventTest {
    private static final String VALID = """
            {"httpMethod":"POST","pathParameters":{"provider":"zenoo"},"requestContext":{"requestId":"r-1",
             "identity":{"sourceIp":"192.0.2.10","user":null}},"headers":{"X-A":"single"},
             "multiValueHeaders":{"X-A":["one","two"],"x-a":["three"]},"body":"{\\"a\\":1}","isBase64Encoded":false,
             "stageVariables":{"deep":{"deeper":[1,2,{"x":"y"}]}}}""";

    @Test
    void readsWhatIsNeeded() throws IOException {
        Attempt attempt = read(VALID);

        assertThat(attempt.requestId()).isEqualTo("r-1");
        assertThat(attempt.method()).isEqualTo("POST");
        assertThat(attempt.providerId()).isEqualTo("zenoo");
        assertThat(attempt.sourceIp()).isEqualTo("192.0.2.10");
        assertThat(attempt.body()).isEqualTo("{\"a\":1}");
        assertThat(attempt.bodyIsBase64()).isFalse();
    }

    @Test
    void readsEveryValueOfAHeaderWhateverItsCase() throws IOException {
        assertThat(read(VALID).headers().all("X-a")).containsExactly("one", "two", "three");
    }

    @Test
    void believesNobodyElseWhereAnAttemptComesFrom() throws IOException {
        String event = VALID.replace("\"X-A\":[", "\"X-Forwarded-For\":[\"198.51.100.7\"],\"X-A\":[");

        assertThat(read(event).headers().all("x-forwarded-for")).containsExactly("198.51.100.7");
        assertThat(read(event).sourceIp()).isEqualTo("192.0.2.10");
    }

    @Test
    void readsSingleHeadersWhereThereAreNoOthers() throws IOException {
        String event = VALID.replace("\"multiValueHeaders\"", "\"ignored\"");

        assertThat(read(event).headers().all("x-a")).containsExactly("single");
    }

    @Test
    void readsSingleHeadersWhereTheOthersAreNull() throws IOException {
        String event = VALID.replaceAll("\"multiValueHeaders\":\\{[^}]*}", "\"multiValueHeaders\":null");

        assertThat(read(event).headers().all("x-a")).containsExactly("single");
    }

    @Test
    void takesAMissingBodyAsEmpty() throws IOException {
        assertThat(read(VALID.replace("\"{\\\"a\\\":1}\"", "null")).body()).isEmpty();
    }

    @Test
    void takesAMissingProviderAsNone() throws IOException {
        assertThat(read(VALID.replace("{\"provider\":\"zenoo\"}", "null")).providerId())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "{", "{}", "{\"httpMethod\":\"POST\"}", "not json"})
    void refusesWhatIsNoEventOfARestApi(String event) {
        assertThatIOException().isThrownBy(() -> read(event));
    }

    @Test
    void refusesAnEventThatNestsTooDeep() {
        String deep = VALID.replace("[1,2,", "[".repeat(100) + "1" + "]".repeat(100) + ",\"rest\":[");

        assertThatIOException().isThrownBy(() -> read(deep));
    }

    @Test
    void refusesFieldsOfAnotherType() {
        assertThatIOException()
                .isThrownBy(() -> read(VALID.replace("\"isBase64Encoded\":false", "\"isBase64Encoded\":{}")));
    }

    @Test
    void doesNotShowTheBody() throws IOException {
        assertThat(read(VALID)).hasToString("Attempt[r-1]");
    }

    private static Attempt read(String event) throws IOException {
        return ApiGatewayEvent.read(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));
    }
}
