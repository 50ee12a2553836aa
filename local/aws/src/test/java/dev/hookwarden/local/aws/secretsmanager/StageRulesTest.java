package dev.hookwarden.local.aws.secretsmanager;

import static dev.hookwarden.local.aws.secretsmanager.Secrets.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules of the API reference: UpdateSecretVersionStage. */
final class StageRulesTest {
    private final Secrets secrets = new Secrets(
                    new StrictSecretsManager(SecretsManagerSettings.of(new MutableClock(), new SplittableRandom(1))))
            .created();

    @BeforeEach
    void putACandidate() {
        secrets.put("2", "v2", "AWSPENDING");
    }

    // "Whenever you move AWSCURRENT, Secrets Manager automatically moves the label AWSPREVIOUS to the version that
    // AWSCURRENT was removed from."

    @Test
    void movesPreviousToTheVersionThatCurrentLeft() {
        secrets.move("AWSCURRENT", "1", "2");
        assertThat(secrets.labels()).isEqualTo(Map.of("AWSCURRENT", "2", "AWSPENDING", "2", "AWSPREVIOUS", "1"));
    }

    @Test
    void swapsCurrentAndPreviousOnTheWayBack() {
        secrets.move("AWSCURRENT", "1", "2");
        secrets.move("AWSCURRENT", "2", "1");
        assertThat(secrets.labels()).isEqualTo(Map.of("AWSCURRENT", "1", "AWSPENDING", "2", "AWSPREVIOUS", "2"));
    }

    @Test
    void letsOneOfManyWhoCompareAndMoveWin() throws Exception {
        Callable<String> race = () -> refusalOf(() -> secrets.move("AWSCURRENT", "1", "2"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Collections.nCopies(20, race)))
                    .extracting(Future::resultNow)
                    .containsOnlyOnce("none")
                    .contains("InvalidParameterException");
        }
        assertThat(secrets.labels()).containsEntry("AWSCURRENT", "2").containsEntry("AWSPREVIOUS", "1");
    }

    // "If the label is attached and you either do not specify this parameter, or the version ID does not match, then
    // the operation fails."

    @Test
    void refusesAMoveThatDoesNotNameTheHolder() {
        assertThat(refusalOf(() -> secrets.move("AWSCURRENT", null, "2"))).isEqualTo("InvalidParameterException");
        assertThat(secrets.labels()).containsEntry("AWSCURRENT", "1");
    }

    @Test
    void refusesAMoveThatNamesAnotherHolder() {
        assertThat(refusalOf(() -> secrets.move("AWSCURRENT", "2", "2"))).isEqualTo("InvalidParameterException");
        assertThat(secrets.labels()).containsEntry("AWSCURRENT", "1");
    }

    @Test
    void attachesAFreeLabelWithoutNamingAHolder() {
        secrets.move("mine", null, "2");
        assertThat(secrets.labels()).containsEntry("mine", "2");
    }

    @Test
    void removesALabelFromItsHolderOnly() {
        assertThat(refusalOf(() -> secrets.move("AWSPENDING", "1", null))).isEqualTo("InvalidParameterException");
        secrets.move("AWSPENDING", "2", null);
        assertThat(secrets.labels()).isEqualTo(Map.of("AWSCURRENT", "1"));
    }

    @Test
    void refusesToRemoveCurrentAltogether() {
        assertThat(refusalOf(() -> secrets.move("AWSCURRENT", "1", null))).isEqualTo("InvalidParameterException");
    }

    @Test
    void refusesAMoveToAVersionThatDoesNotExist() {
        assertThat(refusalOf(() -> secrets.move("AWSCURRENT", "1", "9"))).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void putsAtMost20LabelsOnAVersion() {
        for (int i = 1; i < 20; i++) {
            secrets.move("label-" + i, null, "1");
        }
        assertThat(refusalOf(() -> secrets.move("label-20", null, "1"))).isEqualTo("LimitExceededException");
    }
}
