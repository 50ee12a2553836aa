package dev.hookwarden.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookVectorTest {
    /** The first of {@code vectors/standard-webhooks.csv}, whose signature covers a time. */
    private static final String VALID = """
            {"name": "as published", "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "timestamp": 1614265330,
             "body": "{\\"test\\": 2432232314}", "headers": {"webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
             "webhook-timestamp": "1614265330", "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="},
             "expect": "verified"}""";

    @TempDir
    Path folder;

    @Test
    void checksAWebhook() throws IOException {
        assertPasses(VALID);
        assertThatThrownBy(file(VALID.replace("verified", "refused")).vectors().getFirst()::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("mine.json: vectors[0] \"as published\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    "headers"               | "Headers"
                    "expect"                | "EXPECT"
                    "secret": "whsec_       | "secrets": "
                    "body": "{\\"test\\": 2432232314}" | "body_base64": "eyJ0ZXN0IjogMjQzMjIzMjMxNH0="
                    "body": "{\\"test\\": 2432232314}" | "Body-Base-64": "eyJ0ZXN0IjogMjQzMjIzMjMxNH0="
                    "timestamp": 1614265330 | "timestamp": "1614265330"
                    "timestamp": 1614265330 | "timestamp": "2021-02-25T15:02:10Z"
                    "timestamp": 1614265330 | "timestamp": "2021-02-25T16:02:10+01:00"
                    "timestamp": 1614265330 | "timestamp": 1614266330, "tolerance": 1000
                    "timestamp": 1614265330 | "timestamp": 0, "now": 1614265330
                    : "1614265330"          | : 1614265330
                    : "1614265330"          | : ["1614265330"]
                    "name"                  | "scheme": "Standard_Webhooks", "name"
                    "name"                  | "provider": "standardwebhooks", "name"
                    "name"                  | "note": {"any": "thing"}, "$schema": "x", "name"
                    """)
    void takesOtherSpellings(String valid, String alike) throws IOException {
        assertThat(VALID).contains(valid);
        assertPasses(VALID.replace(valid, alike));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "\"TRUE\"",
                "1",
                "\"1\"",
                "\"Yes\"",
                "200",
                "\"200\"",
                "\"Valid\"",
                "{\"verified\": true}",
                "{\"status\": 200}"
            })
    void takesAnyWordForVerified(String word) throws IOException {
        assertPasses(VALID.replace("\"verified\"", word));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"false", "\"False\"", "0", "\"no\"", "401", "400", "\"401\"", "\"REJECT\"", "{\"valid\": false}"
            })
    void takesAnyWordForRefused(String word) throws IOException {
        assertPasses(VALID.replace("2432232314", "2432232315").replace("\"verified\"", word));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"name"                 | {"name": "twice", "Name" | Name is name once more
                    "headers": {            | "headers": [], "other": { | headers is a list; write an object, {"X-Signature": "..."}
                    "headers": {            | "headers": "X", "other": { | headers is text; write an object
                    "headers": {            | "Headers": [["X", "y"]], "other": { | Headers is a list
                    "headers": {            | "headers": [{"name": "X", "value": "y"}], "other": { | headers is a list
                    "headers": {            | "headerz": {               | headerz looks like headers; write headers
                    "headers": {            | "sent": {                  | headers is missing
                    : "1614265330"          | : null                     | headers.webhook-timestamp is null
                    : "1614265330"          | : true                     | headers.webhook-timestamp is a boolean
                    : "1614265330"          | : 1614265330.5             | headers.webhook-timestamp is a number
                    : "1614265330"          | : []                       | headers.webhook-timestamp is an empty list
                    "webhook-id"            | "webhook-id:"              | headers.webhook-id: is no name
                    "secret": "             | "secret": null, "x": "     | secret is null; write it as text
                    "secret": "             | "secret": 5, "x": "        | secret is a number
                    "secret": "             | "secret": "", "x": "       | secret is empty
                    "secret": "             | "secrets": [], "x": "      | secrets is an empty list
                    "secret": "             | "secrets": ["MfKQ", 7], "x": " | secrets[1] is a number
                    "secret": "             | "secret": "whsec_-_", "x": " | secret is not base64
                    "secret": "             | "signing": "               | secret or secrets or key or keys is missing
                    "secret": "             | "secrets": [], "secret": " | secret and secrets exclude each other
                    "timestamp": 1614265330 | "at": 1614265330           | timestamp is missing, and its scheme signs a time
                    "timestamp": 1614265330 | "timestmp": 1614265330     | timestmp looks like timestamp
                    "timestamp": 1614265330 | "timestamp": null          | timestamp is null
                    "timestamp": 1614265330 | "timestamp": 1614265330000 | timestamp is 1614265330000; write seconds since 1970
                    "timestamp": 1614265330 | "timestamp": 1614265330.0  | timestamp is 1.61426533E9; write seconds since 1970
                    "timestamp": 1614265330 | "timestamp": "1614265330.0" | timestamp is 1614265330.0; write seconds since 1970
                    "timestamp": 1614265330 | "timestamp": "2021-02-25T15:02:10" | or a time with its zone, as 2021-02-25T15:02:10Z
                    "name"                  | "tolerance": -1, "name"    | tolerance is -1; write a whole number of seconds
                    "name"                  | "tolerance": "300", "name" | tolerance is "300"
                    "name"                  | "tolerance": null, "name"  | tolerance is null
                    "name"                  | "tolerance": 0.5, "name"   | tolerance is 0.5
                    "name"                  | "tolerence": 1, "name"     | tolerence looks like tolerance
                    "name"                  | "toleranec": 1, "name"     | toleranec looks like tolerance
                    "body": "               | "body": {}, "x": "         | body is an object; write it as text
                    "body": "               | "bodyBase64": "            | bodyBase64 is not base64
                    "body": "               | "body": "\\ud800           | body holds half of a surrogate pair
                    "body": "               | "bodyBase64": "", "body": " | body and bodyBase64 exclude each other
                    "body": "               | "content": "               | body or bodyBase64 or payload is missing
                    "expect"                | "verdict"                  | expect or expected or result or valid is missing
                    "expect": "verified"    | "expect": "maybe"          | expect is "maybe"; write verified or refused
                    "expect": "verified"    | "expect": 500              | expect is 500
                    "expect": "verified"    | "expect": null             | expect is null
                    "expect": "verified"    | "expect": []               | expect is a list
                    "expect": "verified"    | "expect": {}               | expect: verified or valid or verdict or result or status is missing
                    "expect": "verified"    | "expect": true, "valid": false | expect and valid exclude each other
                    "name"                  | "scheme": "paddle", "name" | scheme is paddle; write one of github
                    "name"                  | "scheme": null, "name"     | scheme is null
                    """)
    void saysWhatIsWrongWithAVector(String valid, String broken, String said) throws IOException {
        assertThat(VALID).contains(valid);
        assertThatThrownBy(file(VALID.replace(valid, broken))::vectors)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("mine.json: vectors[0] \"", said);
    }

    private void assertPasses(String vector) throws IOException {
        assertThatCode(file(vector).vectors().getFirst()::check).doesNotThrowAnyException();
    }

    private VectorFile file(String vector) throws IOException {
        return new VectorFile(Files.writeString(folder.resolve("mine.json"), "{\"vectors\": [%s]}".formatted(vector)));
    }
}
