package dev.hookwarden.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.http.Headers;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.KeyStage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryTest {
    private static final Canary CANARY = new Canary("0a1b-2c3d");

    @Test
    void isRecognisedByItsPayload() {
        assertThat(identity(CANARY.payload()))
                .isEqualTo(new DeliveryIdentity(CANARY.deliveryId(), Canary.EVENT_TYPE))
                .isEqualTo(new DeliveryIdentity("canary:0a1b-2c3d", "hookwarden.canary"));
    }

    @Test
    void isOneWhateverElseItsPayloadSays() {
        assertThat(identity("{\"event_id\":\"evt_1\",\"hookwarden_canary\":\"0a1b-2c3d\"}"))
                .isEqualTo(identity(CANARY.payload()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event_id\":\"evt_1\",\"data\":{\"hookwarden_canary\":\"0a1b\"}}",
                "{\"event_id\":\"evt_1\",\"hookwarden_canary\":\"\"}",
                "{\"event_id\":\"evt_1\",\"hookwarden_canary\":\"a#b\"}",
                "{\"event_id\":\"evt_1\",\"hookwarden_canary\":{\"nonce\":\"0a1b\"}}",
                "{\"event_id\":\"evt_1\",\"hookwarden_canary\":\"a\",\"hookwarden_canary\":\"b\"}"
            })
    void isNoneWithoutOneNonceInTheOutermostObject(String json) {
        assertThat(identity(json)).isEqualTo(new DeliveryIdentity("evt_1", "unknown"));
    }

    @Test
    void isOneAsADelivery() {
        assertThat(delivery(identity(CANARY.payload())).isCanary()).isTrue();
        assertThat(delivery(identity("{\"event_id\":\"evt_1\",\"event_type\":\"hookwarden.canary\"}"))
                        .isCanary())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:b", "ä", "01234567890123456789012345678901234567890123456789012345678901234"})
    void refusesANonceThatCouldBeReadAsSomethingElse(String nonce) {
        assertThatThrownBy(() -> new Canary(nonce)).isInstanceOf(IllegalArgumentException.class);
    }

    private static DeliveryIdentity identity(String json) {
        return identity(Payload.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static DeliveryIdentity identity(Payload payload) {
        return DeliveryIdentity.of(Provider.ZENOO.identification(), Headers.of(Map.of()), payload);
    }

    private static DeliveryMetadata delivery(DeliveryIdentity identity) {
        return new DeliveryMetadata(
                "zenoo",
                identity.deliveryId(),
                identity.eventType(),
                "attempt-1",
                Instant.EPOCH,
                KeyStage.PENDING,
                "version-1",
                CANARY.payload().sha256());
    }
}
