package dev.hookwarden.simulation.forgery;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hookwarden.delivery.DeliveryIdentity;
import dev.hookwarden.delivery.Envelope;
import dev.hookwarden.delivery.MalformedEnvelopeException;
import dev.hookwarden.json.Json;
import dev.hookwarden.log.JsonFields;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.log.ShownHeaders;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.KeyStage;
import dev.hookwarden.signing.Keyring;
import dev.hookwarden.signing.Sender;
import dev.hookwarden.signing.SignatureScheme;
import dev.hookwarden.signing.StagedKey;
import dev.hookwarden.signing.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Invariant I8 at each parser of what strangers send: it throws nothing but what it says. A build runs a few samples, and what fuzzing once found;
 * {@code simulation/fuzz} looks for more.
 */
class ParsersFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String KEY = "whsec_q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Stream<byte[]> jsons() {
        return Stream.of(
                        "{\"id\":1,\"data\":{\"id\":\"x\"}}",
                        "{\"id\":\"a\",\"id\":\"b\"}",
                        "[[[1e5]]]",
                        "{\"type\":\"\\ud800\"}")
                .map(ParsersFuzzTest::bytes);
    }

    @MethodSource("jsons")
    @FuzzTest
    void jsonIsReadOrNot(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);

        if (!Json.topLevelText(text, Set.of("id", "type")).isEmpty()) {
            assertThat(Json.isOneValue(text)).isTrue();
        }
        assertThat(Json.textIn(text, "data", "id")).isNotNull();
    }

    /** One for each form of signature, as genuine as can be at another time. */
    static List<byte[]> attempts() {
        return Stream.of(Sender.values())
                .map(sender -> sender.sign(sender.keyBytes(KEY), "msg_1", "1795348800", bytes("{\"event_id\":\"1\"}")))
                .map(headers -> bytes(HeadersAndPayload.write(headers) + "\n{\"event_id\":\"1\"}"))
                .toList();
    }

    @MethodSource("attempts")
    @FuzzTest
    void aSignatureIsVerifiedOrRefused(byte[] input) {
        HeadersAndPayload attempt = HeadersAndPayload.read(input);
        for (Sender sender : Sender.values()) {
            SignatureScheme scheme = sender.scheme();
            Keyring keyring = new Keyring(List.of(new StagedKey(scheme.signingKey(KEY), KeyStage.CURRENT, "v1")));

            Verification result =
                    scheme.verify(attempt.headers(), attempt.payload().bytes(), keyring, NOW);
            assertThat(result).isNotNull();
        }
        LogLine line = LogLine.of(LogEvent.SIGNATURE_REFUSED).with("headers", ShownHeaders.of(attempt.headers()));
        assertThat(JsonFields.of(line, 4096).get("headers")).isASCII().hasSizeLessThanOrEqualTo(3000);
    }

    @MethodSource("attempts")
    @FuzzTest
    void everyPayloadIsIdentified(byte[] input) {
        HeadersAndPayload attempt = HeadersAndPayload.read(input);
        for (Provider provider : Provider.ALL) {
            DeliveryIdentity identity =
                    DeliveryIdentity.of(provider.identification(), attempt.headers(), attempt.payload());

            assertThat(identity.deliveryId()).isNotBlank().hasSizeLessThanOrEqualTo(512);
            assertThat(identity.eventType()).isNotBlank().hasSizeLessThanOrEqualTo(128);
        }
    }

    static Stream<byte[]> envelopes() {
        return Stream.of("text", "base64", "s3", "other")
                .map(encoding -> Map.of(
                        "provider", "zenoo",
                        "deliveryId", "evt_1",
                        "eventType", "case.created",
                        "attemptId", "a-1",
                        "receivedAt", "2026-11-22T12:00:00Z",
                        "keyStage", "CURRENT",
                        "keyVersion", "v1",
                        "payloadSha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                        "payloadEncoding", encoding))
                .map(attributes -> bytes(HeadersAndPayload.write(attributes) + "\nzenoo/a-1"));
    }

    @MethodSource("envelopes")
    @FuzzTest
    void anEnvelopeIsOpenedOrMalformed(byte[] input) {
        Envelope envelope = HeadersAndPayload.envelope(input);
        try {
            assertThat(envelope.metadata().receivedAt()).isNotNull();
            envelope.payload()
                    .ifPresent(payload -> assertThat(payload.sha256())
                            .isEqualTo(envelope.metadata().payloadSha256()));
        } catch (MalformedEnvelopeException asItSays) {
            assertThat(asItSays).hasMessageNotContaining(KEY);
        }
    }
}
