package dev.hookwarden.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.signing.KeyStage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvelopeTest {
    private static final int ONE_MEBIBYTE = 1_048_576;

    private static final Delivery DELIVERY =
            DeliveryTest.of("zenoo", "evt_1", "{\"event_id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8));

    private static Envelope packed(String payload) {
        return Envelope.of(DeliveryTest.of("zenoo", "evt_1", payload.getBytes(StandardCharsets.UTF_8)));
    }

    private static Envelope with(String attribute, String value) {
        Map<String, String> attributes = new HashMap<>(Envelope.of(DELIVERY).attributes());
        attributes.put(attribute, value);
        return new Envelope(Envelope.of(DELIVERY).body(), attributes);
    }

    @Test
    void opensToTheDeliveryThatWasPacked() {
        assertThat(Envelope.of(DELIVERY).open()).isEqualTo(DELIVERY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " ",
                "plain text",
                "tab\tline\nreturn\r\n",
                "\ufeff{}",
                "ä ü ß 漢字 😀",
                "\ud7ff\ue000\ufffd",
                "\ud800\udc00\udbff\udfff",
                "AAAA"
            })
    void carriesTextAsItIs(String text) {
        Envelope envelope = packed(text);

        assertThat(envelope.body()).isEqualTo(text);
        assertThat(envelope.attributes()).containsEntry("payloadEncoding", "text");
        assertThat(envelope.open().payload().text()).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000",
                "{}\u0000",
                "\u0001",
                "\u0008",
                "\u000b",
                "\u000c",
                "\u001f",
                "\ufffe",
                "\uffff",
                "ok \uffff"
            })
    void carriesWhatTheQueueRefusesAsTextInBase64(String text) {
        Envelope envelope = packed(text);

        assertThat(envelope.body()).isBase64();
        assertThat(envelope.attributes()).containsEntry("payloadEncoding", "base64");
        assertThat(envelope.open().payload().text()).contains(text);
    }

    @Test
    void carriesBytesThatAreNoTextInBase64() {
        byte[] bytes = {(byte) 0xC3, 0x28, (byte) 0xFF, 0, '\n'};
        Envelope envelope = Envelope.of(DeliveryTest.of("zenoo", "1", bytes));

        assertThat(envelope.attributes()).containsEntry("payloadEncoding", "base64");
        assertThat(envelope.open().payload().bytes()).isEqualTo(bytes);
    }

    @Test
    void hasNoMoreAttributesThanAMessageMayHave() {
        // Ten, each with a value (SQS developer guide, message metadata).
        assertThat(Envelope.of(DELIVERY).attributes()).hasSizeLessThanOrEqualTo(10);
        assertThat(packed("").attributes().values()).noneMatch(String::isEmpty);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provider",
                "deliveryId",
                "eventType",
                "attemptId",
                "receivedAt",
                "keyStage",
                "keyVersion",
                "payloadSha256",
                "payloadEncoding"
            })
    void refusesAMissingAttribute(String name) {
        Map<String, String> attributes = new HashMap<>(Envelope.of(DELIVERY).attributes());
        attributes.remove(name);
        Envelope incomplete = new Envelope(Envelope.of(DELIVERY).body(), attributes);

        assertThatThrownBy(incomplete::open)
                .isInstanceOf(MalformedEnvelopeException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource({
        "payloadEncoding, gzip",
        "payloadEncoding, TEXT",
        "payloadEncoding, base64",
        "payloadSha256, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "payloadSha256, ''",
        "receivedAt, yesterday",
        "receivedAt, 1795348800",
        "receivedAt, +1000000001-01-01T00:00:00Z",
        "keyStage, AWSCURRENT",
        "keyStage, current",
        "keyStage, ''"
    })
    void refusesATamperedAttribute(String name, String value) {
        assertThatThrownBy(with(name, value)::open).isInstanceOf(MalformedEnvelopeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"event_id\":\"evt_2\"}", "{\"event_id\":\"evt_1\"}\n", "\ud800"})
    void refusesATamperedBody(String body) {
        Envelope tampered = new Envelope(body, Envelope.of(DELIVERY).attributes());

        assertThatThrownBy(tampered::open).isInstanceOf(MalformedEnvelopeException.class);
    }

    @Test
    void refusesABase64BodyThatIsNone() {
        Envelope tampered = new Envelope("not base64", packed("\u0000").attributes());

        assertThatThrownBy(tampered::open).isInstanceOf(MalformedEnvelopeException.class);
    }

    @Test
    void doesNotShowWhatItRefuses() {
        assertThatThrownBy(new Envelope("canary", packed("\u0000").attributes())::open)
                .hasNoCause()
                .message()
                .doesNotContain("canary");
        assertThatThrownBy(with("receivedAt", "canary")::open)
                .hasNoCause()
                .message()
                .doesNotContain("canary");
        assertThatThrownBy(with("payloadEncoding", "canary")::open).message().doesNotContain("canary");
    }

    @Test
    void theLargestPayloadFitsIntoTheQueueInTheWorstForm() {
        Envelope envelope = Envelope.of(largest());
        long size = envelope.body().length();
        for (Map.Entry<String, String> attribute : envelope.attributes().entrySet()) {
            size += attribute.getKey().length()
                    + "String".length()
                    + attribute.getValue().length();
        }

        assertThat(envelope.attributes()).containsEntry("payloadEncoding", "base64");
        assertThat(size).isLessThanOrEqualTo(ONE_MEBIBYTE);
    }

    @Test
    void theLargestPayloadFitsIntoAnEventInTheWorstForm() {
        long payload = Base64.getEncoder().encode(largest().payload().bytes()).length;
        long besidePayload = Envelope.of(largest()).attributes().toString().length();

        // Twice what the queue's attributes take, for field names, source and detail-type.
        assertThat(payload + 2 * besidePayload).isLessThanOrEqualTo(ONE_MEBIBYTE);
    }

    private static Delivery largest() {
        byte[] noText = new byte[Envelope.MAX_PAYLOAD_BYTES];
        Arrays.fill(noText, (byte) 0xFF);
        return new Delivery(
                "p".repeat(32),
                "d".repeat(512),
                "t".repeat(128),
                "a".repeat(256),
                Instant.parse("2026-11-22T12:00:00.123456789Z"),
                KeyStage.PREVIOUS,
                "v".repeat(64),
                Payload.of(noText));
    }
}
