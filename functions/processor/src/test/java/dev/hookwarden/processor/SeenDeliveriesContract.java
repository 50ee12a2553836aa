package dev.hookwarden.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every way to remember deliveries must do. */
interface SeenDeliveriesContract {
    Instant NOW = Instant.parse("2026-11-22T10:15:31Z");
    Instant EXPIRY = NOW.plus(Duration.ofDays(15));

    SeenDeliveries seen();

    @Test
    default void firstAttemptClaims() {
        assertThat(seen().claim(Deliveries.valid(), NOW, EXPIRY)).isEqualTo(Claim.FIRST);
    }

    @Test
    default void anotherAttemptIsADuplicate() {
        seen().claim(Deliveries.withAttempt("evt_01", "attempt-1"), NOW, EXPIRY);

        assertThat(seen().claim(Deliveries.withAttempt("evt_01", "attempt-2"), NOW, EXPIRY))
                .isEqualTo(Claim.DUPLICATE);
    }

    @Test
    default void theHolderMayComeAgain() {
        seen().claim(Deliveries.valid(), NOW, EXPIRY);

        assertThat(seen().claim(Deliveries.valid(), NOW.plusSeconds(180), EXPIRY))
                .isEqualTo(Claim.FIRST);
    }

    @Test
    default void theHolderKeepsItsClaimWhenADuplicateCame() {
        seen().claim(Deliveries.withAttempt("evt_01", "attempt-1"), NOW, EXPIRY);
        seen().claim(Deliveries.withAttempt("evt_01", "attempt-2"), NOW, EXPIRY);

        assertThat(seen().claim(Deliveries.withAttempt("evt_01", "attempt-1"), NOW, EXPIRY))
                .isEqualTo(Claim.FIRST);
    }

    @Test
    default void anotherDeliveryIsNoDuplicate() {
        seen().claim(Deliveries.withId("evt_01"), NOW, EXPIRY);

        assertThat(seen().claim(Deliveries.withId("evt_02"), NOW, EXPIRY)).isEqualTo(Claim.FIRST);
    }

    @Test
    default void remembersUpToTheSecondOfExpiry() {
        seen().claim(Deliveries.withAttempt("evt_01", "attempt-1"), NOW, EXPIRY);

        assertThat(seen().claim(Deliveries.withAttempt("evt_01", "attempt-2"), EXPIRY, EXPIRY))
                .isEqualTo(Claim.DUPLICATE);
    }

    @Test
    default void forgetsAfterExpiryThoughTheRecordIsStillThere() {
        seen().claim(Deliveries.withAttempt("evt_01", "attempt-1"), NOW, EXPIRY);
        Instant later = EXPIRY.plusSeconds(1);

        assertThat(seen().claim(Deliveries.withAttempt("evt_01", "attempt-2"), later, later.plusSeconds(60)))
                .isEqualTo(Claim.FIRST);
        assertThat(seen().claim(Deliveries.withAttempt("evt_01", "attempt-1"), later, later.plusSeconds(60)))
                .isEqualTo(Claim.DUPLICATE);
    }
}
