package dev.hookwarden.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.http.Headers;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.Verification.Verified;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Answers from outside; {@code vectors/README.md} says where each one is published. */
final class PublishedVectorsTest {
    @ParameterizedTest
    @CsvFileSource(
            resources = {"/vectors/rfc2202.csv", "/vectors/rfc4231.csv"},
            numLinesToSkip = 1)
    void macsAsTheRfcsSay(int testCase, MacAlgorithm algorithm, String key, String data, String mac) {
        byte[] signature = algorithm.sign(new SigningKey(bytes(key)), bytes(data));

        assertThat(HexFormat.of().formatHex(signature)).as("case %d", testCase).isEqualTo(mac);
        assertThat(signature).hasSize(algorithm.length());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/vectors/github.csv", numLinesToSkip = 1)
    void signsAndVerifiesAsGitHubDocuments(String secret, String payload, String signature) {
        SignatureScheme scheme = Provider.GITHUB.scheme();

        assertPublished(scheme, secret, payload, Map.of("X-Hub-Signature-256", signature), "", Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/vectors/slack.csv", numLinesToSkip = 1)
    void signsAndVerifiesAsSlackDocuments(String secret, String payload, long time, String signature) {
        Map<String, String> headers =
                Map.of("X-Slack-Request-Timestamp", Long.toString(time), "X-Slack-Signature", signature);

        assertPublished(Sender.SLACK.scheme(), secret, payload, headers, "", Instant.ofEpochSecond(time));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/vectors/standard-webhooks.csv", numLinesToSkip = 1)
    void signsAndVerifiesAsStandardWebhooksDocuments(
            String secret, String payload, String id, long time, String signature) {
        Map<String, String> headers =
                Map.of("webhook-id", id, "webhook-timestamp", Long.toString(time), "webhook-signature", signature);

        assertPublished(Provider.STANDARD_WEBHOOKS.scheme(), secret, payload, headers, id, Instant.ofEpochSecond(time));
    }

    private static void assertPublished(
            SignatureScheme scheme, String secret, String text, Map<String, String> headers, String id, Instant at) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        SigningKey key = scheme.signingKey(secret);
        Keyring keyring = new Keyring(List.of(new StagedKey(key, KeyStage.CURRENT, "published")));

        assertThat(scheme.sign(key, payload, id, at)).isEqualTo(headers);
        assertThat(scheme.verify(Headers.of(headers), payload, keyring, at))
                .isEqualTo(new Verified(KeyStage.CURRENT, "published"));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
