package dev.hookwarden.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hookwarden.signing.KeyStage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class DeliveryTest {
    static Delivery of(String providerId, String deliveryId, byte[] bytes) {
        Payload payload = Payload.of(bytes);
        return new Delivery(metadata(providerId, deliveryId, payload.sha256()), payload);
    }

    private static DeliveryMetadata metadata(String providerId, String deliveryId, String payloadSha256) {
        return new DeliveryMetadata(
                providerId,
                deliveryId,
                "case.created",
                "attempt-1",
                Instant.parse("2026-11-22T12:00:00.123456789Z"),
                KeyStage.PREVIOUS,
                "0a1b2c3d-version",
                payloadSha256);
    }

    @Test
    void isOneDeliveryAcrossAllProviders() {
        assertThat(metadata("zenoo", "jobsiteon#1", "").idempotencyKey()).isEqualTo("zenoo#jobsiteon#1");
        assertThat(metadata("zenoo", "1", "").idempotencyKey())
                .isNotEqualTo(metadata("jobsiteon", "1", "").idempotencyKey());
    }

    @Test
    void refusesAPayloadThatIsNotItsOwn() {
        DeliveryMetadata ofAnother = of("zenoo", "1", new byte[] {1}).metadata();

        assertThatIllegalArgumentException().isThrownBy(() -> new Delivery(ofAnother, Payload.of(new byte[] {2})));
    }

    @Test
    void keysItsPayloadByTheAttemptAlone() {
        assertThat(metadata("zenoo", "jane.doe%40example.com", "").payloadKey()).isEqualTo("zenoo/attempt-1");
    }

    @Test
    void doesNotShowItsPayload() {
        byte[] payload = "canary".getBytes(StandardCharsets.US_ASCII);

        assertThat(of("zenoo", "1", payload).toString()).contains("6 bytes").doesNotContain("canary", "99, 97, 110");
    }
}
