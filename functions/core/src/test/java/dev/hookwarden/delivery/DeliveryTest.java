package dev.hookwarden.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.signing.KeyStage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class DeliveryTest {
    static Delivery of(String providerId, String deliveryId, byte[] payload) {
        return new Delivery(
                providerId,
                deliveryId,
                "case.created",
                "attempt-1",
                Instant.parse("2026-11-22T12:00:00.123456789Z"),
                KeyStage.PREVIOUS,
                "0a1b2c3d-version",
                Payload.of(payload));
    }

    @Test
    void isOneDeliveryAcrossAllProviders() {
        assertThat(of("zenoo", "jobsiteon#1", new byte[0]).idempotencyKey()).isEqualTo("zenoo#jobsiteon#1");
        assertThat(of("zenoo", "1", new byte[0]).idempotencyKey())
                .isNotEqualTo(of("jobsiteon", "1", new byte[0]).idempotencyKey());
    }

    @Test
    void doesNotShowItsPayload() {
        byte[] payload = "canary".getBytes(StandardCharsets.US_ASCII);

        assertThat(of("zenoo", "1", payload).toString()).contains("6 bytes").doesNotContain("canary", "99, 97, 110");
    }
}
