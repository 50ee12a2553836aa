package dev.hookwarden.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(seen().claim(Deliveries.valid().metadata(), NOW, EXPIRY)).isEqualTo(Claim.FIRST);
    }

    @Test
    default void anotherAttemptIsADuplicate() {
        seen().claim(Deliveries.withAttempt("evt_01", "attempt-1").metadata(), NOW, EXPIRY);

        assertThat(seen().claim(Deliveries.withAttempt("evt_01", "attempt-2").metadata(), NOW, EXPIRY))
                .isEqualTo(Claim.DUPLICATE);
    }

    @Test
    default void theHolderMayComeAgain() {
        seen().claim(Deliveries.valid().metadata(), NOW, EXPIRY);

        assertThat(seen().claim(Deliveries.valid().metadata(), NOW.plusSeconds(180), EXPIRY))
                .isEqualTo(Claim.FIRST);
    }

    @Test
    default void theHolderKeepsItsClaimWhenADuplicateCame() {
        seen().claim(Deliveries.withAttempt("evt_01", "attempt-1").metadata(), NOW, EXPIRY);
        seen().claim(Deliveries.withAttempt("evt_01", "attempt-2").metadata(), NOW, EXPIRY);

        assertThat(seen().claim(Deliveries.withAttempt("evt_01", "attempt-1").metadata(), NOW, EXPIRY))
                .isEqualTo(Claim.FIRST);
    }

    @Test
    default void anotherDeliveryIsNoDuplicate() {
        seen().claim(Deliveries.withId("evt_01").metadata(), NOW, EXPIRY);

        assertThat(seen().claim(Deliveries.withId("evt_02").metadata(), NOW, EXPIRY))
                .isEqualTo(Claim.FIRST);
    }

    @Test
    default void remembersUpToTheSecondOfExpiry() {
        seen().claim(Deliveries.withAttempt("evt_01", "attempt-1").metadata(), NOW, EXPIRY);

        assertThat(seen().claim(Deliveries.withAttempt("evt_01", "attempt-2").metadata(), EXPIRY, EXPIRY))
                .isEqualTo(Claim.DUPLICATE);
    }

    @Test
    default void forgetsAfterExpiryThoughTheRecordIsStillThere() {
        seen().claim(Deliveries.withAttempt("evt_01", "attempt-1").metadata(), NOW, EXPIRY);
        Instant later = EXPIRY.plusSeconds(1);

        assertThat(seen().claim(Deliveries.withAttempt("evt_01", "attempt-2").metadata(), later, later.plusSeconds(60)))
                .isEqualTo(Claim.FIRST);
        assertThat(seen().claim(Deliveries.withAttempt("evt_01", "attempt-1").metadata(), later, later.plusSeconds(60)))
                .isEqualTo(Claim.DUPLICATE);
    }

    @Test
    default void aSettledDeliveryIsADuplicateOfItself() {
        seen().claim(Deliveries.valid().metadata(), NOW, EXPIRY);
        seen().settle(Deliveries.valid().metadata(), NOW.plusSeconds(1), EXPIRY);

        assertThat(seen().claim(Deliveries.valid().metadata(), NOW.plusSeconds(2), EXPIRY))
                .isEqualTo(Claim.DUPLICATE);
        assertThat(seen().claim(Deliveries.withAttempt("evt_01", "attempt-2").metadata(), NOW.plusSeconds(2), EXPIRY))
                .isEqualTo(Claim.DUPLICATE);
    }

    @Test
    default void settlingTwiceIsNoTrouble() {
        seen().claim(Deliveries.valid().metadata(), NOW, EXPIRY);
        seen().settle(Deliveries.valid().metadata(), NOW, EXPIRY);
        seen().settle(Deliveries.valid().metadata(), NOW, EXPIRY);

        assertThat(seen().claim(Deliveries.valid().metadata(), NOW, EXPIRY)).isEqualTo(Claim.DUPLICATE);
    }

    @Test
    default void onlyTheHolderSettles() {
        seen().claim(Deliveries.withAttempt("evt_01", "attempt-1").metadata(), NOW, EXPIRY);

        assertThatThrownBy(() -> seen().settle(
                                Deliveries.withAttempt("evt_01", "attempt-2").metadata(), NOW, EXPIRY))
                .isInstanceOf(RuntimeException.class);
        assertThat(seen().claim(Deliveries.withAttempt("evt_01", "attempt-1").metadata(), NOW, EXPIRY))
                .isEqualTo(Claim.FIRST);
    }

    @Test
    default void forgetsASettledDeliveryAfterItsExpiry() {
        seen().claim(Deliveries.valid().metadata(), NOW, EXPIRY);
        seen().settle(Deliveries.valid().metadata(), NOW, EXPIRY);

        assertThat(seen().claim(Deliveries.valid().metadata(), EXPIRY.plusSeconds(1), EXPIRY.plusSeconds(60)))
                .isEqualTo(Claim.FIRST);
    }
}
