package dev.hookwarden.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StagedKeyTest {
    private static final Instant DEADLINE = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void verifiesUntilItsDeadlineAndNotAtIt() {
        StagedKey key =
                new StagedKey(SigningKey.ofText(Attempt.KEY), KeyStage.PREVIOUS, "version-1", Optional.of(DEADLINE));

        assertThat(key.verifiesAt(DEADLINE.minusNanos(1))).isTrue();
        assertThat(key.verifiesAt(DEADLINE)).isFalse();
    }

    @Test
    void verifiesAtAnyTimeWithoutADeadline() {
        StagedKey key = new StagedKey(SigningKey.ofText(Attempt.KEY), KeyStage.CURRENT, "version-1");

        assertThat(key.verifiesAt(Instant.MAX)).isTrue();
    }

    /** docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html. */
    @Test
    void stagesAreCalledAsSecretsManagerCallsThem() {
        assertThat(KeyStage.values())
                .extracting(KeyStage::label)
                .containsExactly("AWSCURRENT", "AWSPENDING", "AWSPREVIOUS");
    }
}
