package dev.hookwarden.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.signing.KeyStage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
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

    private static Delivery opened(Envelope envelope) {
        return new Delivery(envelope.metadata(), envelope.payload().orElseThrow());
    }

    private static Envelope with(String attribute, String value) {
        Map<String, String> attributes = new HashMap<>(Envelope.of(DELIVERY).attributes());
        attributes.put(attribute, value);
        return new Envelope(Envelope.of(DELIVERY).body(), attributes);
    }

    @Test
    void opensToTheDeliveryThatWasPacked() {
        assertThat(opened(Envelope.of(DELIVERY))).isEqualTo(DELIVERY);
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
        assertThat(opened(envelope).payload().text()).contains(text);
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
        assertThat(opened(envelope).payload().text()).contains(text);
    }

    @Test
    void carriesBytesThatAreNoTextInBase64() {
        byte[] bytes = {(byte) 0xC3, 0x28, (byte) 0xFF, 0, '\n'};
        Envelope envelope = Envelope.of(DeliveryTest.of("zenoo", "1", bytes));

        assertThat(envelope.attributes()).containsEntry("payloadEncoding", "base64");
        assertThat(opened(envelope).payload().bytes()).isEqualTo(bytes);
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

        assertThatThrownBy(() -> opened(incomplete))
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
        assertThatThrownBy(() -> opened(with(name, value))).isInstanceOf(MalformedEnvelopeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"event_id\":\"evt_2\"}", "{\"event_id\":\"evt_1\"}\n", "\ud800"})
    void refusesATamperedBody(String body) {
        Envelope tampered = new Envelope(body, Envelope.of(DELIVERY).attributes());

        assertThatThrownBy(() -> opened(tampered)).isInstanceOf(MalformedEnvelopeException.class);
    }

    @Test
    void refusesABase64BodyThatIsNone() {
        Envelope tampered = new Envelope("not base64", packed("\u0000").attributes());

        assertThatThrownBy(() -> opened(tampered)).isInstanceOf(MalformedEnvelopeException.class);
    }

    @Test
    void doesNotShowWhatItRefuses() {
        assertThatThrownBy(() -> opened(new Envelope("canary", packed("\u0000").attributes())))
                .hasNoCause()
                .message()
                .doesNotContain("canary");
        assertThatThrownBy(() -> opened(with("receivedAt", "canary")))
                .hasNoCause()
                .message()
                .doesNotContain("canary");
        assertThatThrownBy(() -> opened(with("payloadEncoding", "canary")))
                .message()
                .doesNotContain("canary");
    }

    @Test
    void theLargestInlinePayloadFitsIntoTheQueueInTheWorstForm() {
        Envelope envelope = Envelope.of(ofSize(Envelope.MAX_INLINE_BYTES));

        assertThat(envelope.attributes()).containsEntry("payloadEncoding", "base64");
        assertThat(sizeOf(envelope)).isLessThanOrEqualTo(ONE_MEBIBYTE);
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, -1, 0})
    void carriesAPayloadUpToTheLimitItself(int beyond) {
        Delivery delivery = ofSize(Envelope.MAX_INLINE_BYTES + beyond);

        assertThat(opened(Envelope.of(delivery))).isEqualTo(delivery);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void carriesTheClaimCheckOfALargerPayload(int beyond) {
        Delivery delivery = ofSize(Envelope.MAX_INLINE_BYTES + beyond);
        Envelope envelope = Envelope.of(delivery);

        assertThat(envelope.body()).isEqualTo(delivery.metadata().payloadKey());
        assertThat(envelope.attributes()).containsEntry("payloadEncoding", "s3");
        assertThat(envelope.metadata()).isEqualTo(delivery.metadata());
        assertThat(envelope.payload()).isEmpty();
    }

    @Test
    void refusesTheClaimCheckOfAnotherDelivery() {
        Envelope stolen = new Envelope(
                "zenoo/attempt-2",
                Envelope.of(ofSize(Envelope.MAX_INLINE_BYTES + 1)).attributes());

        assertThatThrownBy(stolen::payload).isInstanceOf(MalformedEnvelopeException.class);
    }

    private static long sizeOf(Envelope envelope) {
        long size = envelope.body().length();
        for (Map.Entry<String, String> attribute : envelope.attributes().entrySet()) {
            size += attribute.getKey().length()
                    + "String".length()
                    + attribute.getValue().length();
        }
        return size;
    }

    /** No text, and everything beside it as long as it may be. */
    private static Delivery ofSize(int size) {
        byte[] noText = new byte[size];
        Arrays.fill(noText, (byte) 0xFF);
        Payload payload = Payload.of(noText);
        return new Delivery(
                new DeliveryMetadata(
                        "p".repeat(32),
                        "d".repeat(512),
                        "t".repeat(128),
                        "a".repeat(256),
                        Instant.parse("2026-11-22T12:00:00.123456789Z"),
                        KeyStage.PREVIOUS,
                        "v".repeat(64),
                        payload.sha256()),
                payload);
    }
}
