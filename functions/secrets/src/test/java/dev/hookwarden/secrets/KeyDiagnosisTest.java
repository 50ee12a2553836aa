package dev.hookwarden.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.signing.KeyStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyDiagnosisTest {
    private static final ProviderKey JOBSITEON = Provider.JOBSITEON.apiKey();
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

    private ProviderKey key = JOBSITEON;
    private final List<StagedVersion> versions = new ArrayList<>(List.of(version("v1", YESTERDAY, "AWSCURRENT")));
    private boolean revoked;
    private boolean inboxWaiting;
    private RotationDates rotation =
            new RotationDates(true, Optional.of(YESTERDAY), Optional.empty(), Optional.of(YESTERDAY));

    @Test
    void isHealthyWithOneYoungCurrentKey() {
        assertThat(diagnoses()).containsExactly(KeyDiagnosis.HEALTHY);
    }

    @Test
    void staysHealthyWhilePendingIsOnTheCurrentVersion() {
        versions.set(0, version("v1", YESTERDAY, "AWSCURRENT", "AWSPENDING"));
        assertThat(diagnoses()).containsExactly(KeyDiagnosis.HEALTHY);
    }

    @Test
    void hasNoKeyYetWithoutCurrentVersion() {
        versions.clear();
        assertThat(diagnoses()).containsExactly(KeyDiagnosis.NO_KEY_YET);
    }

    @Test
    void isRevokedWithTheMark() {
        revoked = true;
        assertThat(diagnoses()).containsExactly(KeyDiagnosis.REVOKED);
    }

    @Test
    void rotatesWhilePendingVersionIsYoung() {
        versions.add(version("v2", NOW.minus(Duration.ofMinutes(15)).plusMillis(1), "AWSPENDING"));
        assertThat(diagnoses()).containsExactly(KeyDiagnosis.ROTATION_RUNNING);
    }

    @Test
    void rotatesWhileTheSecretChangedLately() {
        versions.add(version("v2", YESTERDAY, "AWSPENDING"));
        rotation = new RotationDates(true, Optional.empty(), Optional.empty(), Optional.of(NOW.minusSeconds(60)));
        assertThat(diagnoses()).containsExactly(KeyDiagnosis.ROTATION_RUNNING);
    }

    @Test
    void isOrphanedWhenPendingVersionStays() {
        versions.add(version("v2", NOW.minus(Duration.ofMinutes(15)), "AWSPENDING"));
        assertThat(diagnoses()).containsExactly(KeyDiagnosis.ORPHANED_PENDING);
    }

    @Test
    void isOrphanedAtOnceWhenRotationIsOff() {
        versions.add(version("v2", NOW, "AWSPENDING"));
        rotation = new RotationDates(false, Optional.empty(), Optional.empty(), Optional.of(NOW));
        assertThat(diagnoses()).containsExactly(KeyDiagnosis.ORPHANED_PENDING);
    }

    @Test
    void isEmptyPendingWithoutValue() {
        versions.add(new StagedVersion("v2", List.of("AWSPENDING"), Optional.empty(), false));
        assertThat(diagnoses()).containsExactly(KeyDiagnosis.EMPTY_PENDING);
    }

    @Test
    void waitsInTheInboxUntilItsRotationBegins() {
        inboxWaiting = true;
        assertThat(diagnoses()).containsExactly(KeyDiagnosis.INBOX_WAITING);
        versions.add(version("v2", NOW, "AWSPENDING"));
        assertThat(diagnoses()).containsExactly(KeyDiagnosis.ROTATION_RUNNING);
    }

    @Test
    void isOverdueOnceOlderThanTheDaysBetweenRotations() {
        versions.set(0, version("v1", NOW.minus(JOBSITEON.rotateEvery()), "AWSCURRENT"));
        assertThat(diagnoses()).containsExactly(KeyDiagnosis.HEALTHY);
        versions.set(0, version("v1", NOW.minus(JOBSITEON.rotateEvery()).minusMillis(1), "AWSCURRENT"));
        assertThat(diagnoses()).containsExactly(KeyDiagnosis.KEY_OVERDUE);
    }

    @Test
    void isPastItsDeadlineFromTheEndOfTheOverlapOn() {
        Instant began = NOW.minus(JOBSITEON.overlap());
        rotation = new RotationDates(true, Optional.of(began.plusMillis(1)), Optional.empty(), Optional.of(began));
        versions.set(0, version("v2", began.minusSeconds(9), "AWSCURRENT"));
        versions.add(version("v1", began.minus(Duration.ofDays(80)), "AWSPREVIOUS"));
        assertThat(diagnoses()).containsExactly(KeyDiagnosis.HEALTHY);
        rotation = new RotationDates(true, Optional.of(began), Optional.empty(), Optional.of(began));
        assertThat(diagnoses()).containsExactly(KeyDiagnosis.PREVIOUS_PAST_DEADLINE);
    }

    @Test
    void hasNoDeadlineWhereKeysDoNotOverlap() {
        key = Provider.ZENOO.signingKey();
        versions.add(version("v0", YESTERDAY, "AWSPREVIOUS"));
        assertThat(diagnoses()).containsExactly(KeyDiagnosis.HEALTHY);
        assertThat(state().overlapEnds()).isEmpty();
    }

    @Test
    void namesEverythingThePressingFirst() {
        revoked = true;
        inboxWaiting = true;
        assertThat(diagnoses()).containsExactly(KeyDiagnosis.REVOKED, KeyDiagnosis.INBOX_WAITING);
        assertThat(state().fields(NOW)).containsEntry("state", "revoked");
    }

    @Test
    void showsVersionsInTheOrderOfTheirStagesAndTimesAsText() {
        versions.clear();
        versions.add(version("v1", YESTERDAY, "AWSPREVIOUS"));
        versions.add(version("v3", NOW, "AWSPENDING"));
        versions.add(new StagedVersion("v0", List.of(), Optional.empty(), true));
        versions.add(version("v2", YESTERDAY, "AWSCURRENT"));

        assertThat(state().versions()).extracting(StagedVersion::id).containsExactly("v2", "v3", "v1", "v0");
        assertThat(state().at(KeyStage.PENDING)).map(StagedVersion::id).contains("v3");
        assertThat(state().fields(NOW))
                .containsEntry("lastRotated", YESTERDAY.toString())
                .containsEntry("nextRotation", null);
        assertThat(state().fields(NOW).get("versions"))
                .asInstanceOf(LIST)
                .first(MAP)
                .containsEntry("id", "v2")
                .containsEntry("createdAt", YESTERDAY.toString());
    }

    @ParameterizedTest
    @EnumSource(KeyDiagnosis.class)
    void hasItsHeadingInTheRunbook(KeyDiagnosis diagnosis) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(System.getProperty("hookwarden.root"), "docs", "runbook.md"))) {
            assertThat(lines).contains("### " + diagnosis.words());
        }
    }

    @ParameterizedTest
    @EnumSource(KeyDiagnosis.class)
    void namesTheKeyInItsCommands(KeyDiagnosis diagnosis) {
        assertThat(diagnosis.repair("zenoo/api-key --stack staging")).doesNotContain("KEY");
        if (diagnosis.labelInTheWay().isPresent()) {
            assertThat(diagnosis.repair("zenoo/api-key")).contains("keys doctor zenoo/api-key --repair");
        }
    }

    @Test
    void takesOffOnlyLabelsThatDoNoGood() {
        assertThat(KeyDiagnosis.ROTATION_RUNNING.labelInTheWay()).isEmpty();
        assertThat(KeyDiagnosis.EMPTY_PENDING.labelInTheWay()).hasValue(KeyStage.PENDING);
        assertThat(KeyDiagnosis.ORPHANED_PENDING.labelInTheWay()).hasValue(KeyStage.PENDING);
        assertThat(KeyDiagnosis.PREVIOUS_PAST_DEADLINE.labelInTheWay()).hasValue(KeyStage.PREVIOUS);
    }

    private static StagedVersion version(String id, Instant createdAt, String... stages) {
        return new StagedVersion(id, List.of(stages), Optional.of(createdAt), true);
    }

    private KeyState state() {
        return new KeyState(key, versions, revoked, inboxWaiting, false, rotation);
    }

    private List<KeyDiagnosis> diagnoses() {
        return KeyDiagnosis.of(state(), NOW);
    }
}
