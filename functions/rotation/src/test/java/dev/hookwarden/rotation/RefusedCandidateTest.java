package dev.hookwarden.rotation;

import static dev.hookwarden.rotation.Kind.JOBSITEON_API_KEY;
import static dev.hookwarden.rotation.Kind.SAMPLE_SIGNING_KEY;
import static dev.hookwarden.rotation.Kind.ZENOO_API_KEY;
import static dev.hookwarden.rotation.Kind.ZENOO_SIGNING_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.local.aws.AwsError;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.provider.KeyUse;
import dev.hookwarden.rotation.ProviderAnswer.Rejected;
import dev.hookwarden.rotation.ProviderAnswer.Unclear;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that can be wrong with a candidate ends in its named refusal, and live traffic is untouched. */
class RefusedCandidateTest {
    private final RotationWorld world = new RotationWorld();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SAMPLE_SIGNING_KEY")
    void refusesTheSameKeyAgain(Kind kind) {
        world.submit(kind, kind.oldKey());

        assertRefused(kind, RotationRefusal.CANDIDATE_UNCHANGED, "");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SAMPLE_SIGNING_KEY")
    void refusesAKeyThatIsHeldForSomethingElse(Kind kind) {
        Kind other = kind == JOBSITEON_API_KEY ? ZENOO_SIGNING_KEY : JOBSITEON_API_KEY;
        world.submit(kind, other.oldKey());

        assertRefused(
                kind, RotationRefusal.CANDIDATE_OF_ANOTHER_KEY, other.key().id());
    }

    @Test
    void refusesAKeyThatIsPendingForSomethingElse() {
        world.replace(ports -> Replaced.proof(ports, new Unclear("status_503")));
        world.rotate(ZENOO_API_KEY);
        world.refusals.clear();
        world.submit(ZENOO_SIGNING_KEY, ZENOO_API_KEY.newKey());

        assertRefused(
                ZENOO_SIGNING_KEY,
                RotationRefusal.CANDIDATE_OF_ANOTHER_KEY,
                ZENOO_API_KEY.key().id());
    }

    @Test
    void takesAKeyThatOnlyTheMarkOfAnEarlierTestStillHolds() {
        Kind kind = ZENOO_SIGNING_KEY;
        String old = world.holder(kind, SecretStages.CURRENT);
        world.submit(kind, kind.newKey());
        String tested = world.rotate(kind);
        world.call(
                "UpdateSecretVersionStage",
                RotationWorld.input(kind.secret())
                        .put("VersionStage", SecretStages.CURRENT)
                        .put("RemoveFromVersionId", tested)
                        .put("MoveToVersionId", old));
        for (String label : List.of(SecretStages.PREVIOUS, SecretStages.PENDING)) {
            world.call(
                    "UpdateSecretVersionStage",
                    RotationWorld.input(kind.secret())
                            .put("VersionStage", label)
                            .put("RemoveFromVersionId", tested));
        }
        world.submit(kind, kind.newKey());

        assertThat(world.rotate(kind)).isEqualTo(world.holder(kind, SecretStages.CURRENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", " ", "\r\n", "\t"})
    void refusesAKeyWithALineBreakOrABlankBehindIt(String end) {
        world.submit(ZENOO_API_KEY, ZENOO_API_KEY.newKey() + end);

        assertRefused(ZENOO_API_KEY, RotationRefusal.CANDIDATE_MALFORMED, "surrounded_by_blanks");
    }

    @Test
    void refusesAKeyThatItsSchemeCannotRead() {
        world.submit(ZENOO_SIGNING_KEY, "your-secret-goes-here");

        assertRefused(ZENOO_SIGNING_KEY, RotationRefusal.CANDIDATE_MALFORMED, "placeholder");
    }

    @Test
    void tellsPeopleThatAKeyIsDueWhenTheInboxIsEmpty() {
        world.submit(ZENOO_API_KEY, SecretsManagerInbox.EMPTY);
        world.secrets.remove(SecretsManagerInbox.EMPTY);

        assertRefused(ZENOO_API_KEY, RotationRefusal.CANDIDATE_MISSING, "");
        assertThat(world.outputs.logged(LogEvent.KEY_DUE))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line.fields()).isEqualTo(Map.of("provider", "zenoo", "key", "zenoo/api-key")));
        assertThat(world.notices.getFirst().subject()).isEqualTo("Hookwarden: zenoo/api-key is due for rotation");
        assertThat(world.notices.getFirst().text())
                .contains(
                        "Ask Zenoo support",
                        "./hookwarden keys submit zenoo/api-key",
                        "./hookwarden keys rotate zenoo/api-key");
    }

    @Test
    void saysThatAKeyIsDueEvenIfNobodyCanBeTold() {
        world.submit(ZENOO_API_KEY, SecretsManagerInbox.EMPTY);
        world.secrets.remove(SecretsManagerInbox.EMPTY);
        world.replace(ports -> Replaced.notices(ports, notice -> {
            throw new IllegalStateException("The topic is gone");
        }));

        assertRefused(ZENOO_API_KEY, RotationRefusal.CANDIDATE_MISSING, "");
        assertThat(world.outputs.logged(LogEvent.KEY_DUE).getFirst().fields())
                .containsEntry("fault", "IllegalStateException");
    }

    @Test
    void goesOnWithTheSameRotationOnceAKeyWasSubmitted() {
        String old = world.holder(ZENOO_API_KEY, SecretStages.CURRENT);
        world.submit(ZENOO_API_KEY, SecretsManagerInbox.EMPTY);
        world.secrets.remove(SecretsManagerInbox.EMPTY);
        String token = world.begin(ZENOO_API_KEY);
        world.attempts.runNext();

        world.submit(ZENOO_API_KEY, ZENOO_API_KEY.newKey());
        world.attempts.runAll();

        world.assertRotated(ZENOO_API_KEY, old, token);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void refusesAKeyThatTheProviderRejects(int status) {
        world.replace(ports -> Replaced.proof(ports, new Rejected(status)));

        assertRefused(ZENOO_API_KEY, RotationRefusal.CANDIDATE_REJECTED_BY_PROVIDER, "status_" + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status_429", "status_500", "no_json", "ioexception"})
    void waitsForAProviderThatSaysNothingClear(String reason) {
        world.replace(ports -> Replaced.proof(ports, new Unclear(reason)));

        assertRefused(JOBSITEON_API_KEY, RotationRefusal.PROVIDER_UNAVAILABLE, reason);
    }

    @Test
    void goesOnWithTheSameRotationOnceTheProviderIsBack() {
        String old = world.holder(JOBSITEON_API_KEY, SecretStages.CURRENT);
        world.replace(ports -> Replaced.proof(ports, new Unclear("status_503")));
        String token = world.rotate(JOBSITEON_API_KEY);

        world.replace(ports -> ports);
        assertThat(catchRefusal(() -> world.begin(JOBSITEON_API_KEY))).contains("A previous rotation isn't complete");
        world.attempts.runAll();

        world.assertRotated(JOBSITEON_API_KEY, old, token);
    }

    @Test
    void refusesASigningKeyThatOurOwnAddressRefuses() {
        world.replace(ports -> Replaced.canaryPost(ports, (provider, headers, payload) -> 401));

        assertRefused(ZENOO_SIGNING_KEY, RotationRefusal.CANARY_REFUSED, "status_401");
    }

    @Test
    void refusesASigningKeyWhoseCanaryIsLost() {
        world.replace(ports -> Replaced.canaryPost(ports, (provider, headers, payload) -> 200));

        assertRefused(ZENOO_SIGNING_KEY, RotationRefusal.CANARY_LOST, "in_queue");
    }

    @Test
    void refusesASigningKeyThatTheProviderDoesNotTake() {
        world.replace(ports -> Replaced.installation(ports, "sample", (key, value) -> new Rejected(403)));

        assertRefused(SAMPLE_SIGNING_KEY, RotationRefusal.CANDIDATE_REJECTED_BY_PROVIDER, "status_403");
    }

    private void assertRefused(Kind kind, RotationRefusal refusal, String detail) {
        String old = world.holder(kind, SecretStages.CURRENT);
        String token = world.rotate(kind);

        assertThat(world.refusals).isNotEmpty().containsOnly(refusal);
        LogLine line = world.outputs.logged(LogEvent.ROTATION_REFUSED).getLast();
        assertThat(line.fields())
                .containsEntry("provider", kind.key().provider().id())
                .containsEntry("key", kind.key().id())
                .containsEntry("keyVersion", token)
                .containsEntry("refusal", refusal.name())
                .containsEntry("detail", detail);
        assertThat(world.stages(kind).labels())
                .isEqualTo(Map.of(old, List.of(SecretStages.CURRENT), token, List.of(SecretStages.PENDING)));
        if (kind.key().is(KeyUse.SIGNS_DELIVERIES)) {
            assertThat(world.receiver.verifies(kind.key().provider(), kind.oldKey()))
                    .isTrue();
        }
        assertThat(world.events).isEmpty();
        world.assertNothingShown();
    }

    private static String catchRefusal(Runnable asking) {
        try {
            asking.run();
            return "";
        } catch (AwsError refused) {
            return Optional.ofNullable(refused.getMessage()).orElse("");
        }
    }
}
