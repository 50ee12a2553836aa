package dev.hookwarden.rotation;

import static dev.hookwarden.rotation.Kind.JOBSITEON_API_KEY;
import static dev.hookwarden.rotation.Kind.SAMPLE_SIGNING_KEY;
import static dev.hookwarden.rotation.Kind.ZENOO_API_KEY;
import static dev.hookwarden.rotation.Kind.ZENOO_SIGNING_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hookwarden.log.LogEvent;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Secrets Manager, or a person in its place, may ask for and when. */
class GuardsTest {
    private final RotationWorld world = new RotationWorld();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hookwarden/test/zenoo/other-key",
                "hookwarden/test/zenoo/signing-key/inbox",
                "arn:aws:secretsmanager:us-east-1:000000000000:secret:hookwarden/test/zenoo/signing-key-more-AbCdEf",
                "arn:aws:secretsmanager:us-east-1:000000000000:secret:hookwarden/live/zenoo/signing-key-AbCdEf",
                ""
            })
    void refusesASecretThatIsNotOneOfOurKeys(String secret) {
        assertRefused("createSecret", secret, "token", RotationRefusal.KEY_UNKNOWN);
    }

    @Test
    void refusesAKeyWhoseSecretIsGone() {
        world.call("DeleteSecret", RotationWorld.input(ZENOO_API_KEY.secret()).put("ForceDeleteWithoutRecovery", true));

        assertRefused("createSecret", ZENOO_API_KEY.secret(), "token", RotationRefusal.KEY_UNKNOWN);
        assertThat(world.outputs.logged(LogEvent.ROTATION_REFUSED).getFirst().fields())
                .containsEntry("detail", "no_such_secret");
    }

    @Test
    void refusesAStepThatDoesNotExist() {
        String token = world.begin(ZENOO_API_KEY);

        assertRefused("deleteSecret", ZENOO_API_KEY.secret(), token, RotationRefusal.STEP_UNKNOWN);
    }

    @Test
    void refusesWhileRotationIsOff() {
        String token = world.begin(ZENOO_API_KEY);
        world.call("CancelRotateSecret", RotationWorld.input(ZENOO_API_KEY.secret()));

        assertRefused("createSecret", ZENOO_API_KEY.secret(), token, RotationRefusal.ROTATION_DISABLED);
    }

    @Test
    void refusesATokenThatIsNoVersion() {
        world.begin(ZENOO_API_KEY);

        assertRefused(
                "createSecret",
                ZENOO_API_KEY.secret(),
                "00000000-0000-0000-0000-000000000000",
                RotationRefusal.TOKEN_UNKNOWN);
    }

    @Test
    void refusesATokenThatIsNoLongerPending() {
        String old = world.holder(ZENOO_API_KEY, SecretStages.CURRENT);
        world.rotate(ZENOO_API_KEY);

        assertRefused("finishSecret", ZENOO_API_KEY.secret(), old, RotationRefusal.TOKEN_NOT_PENDING);
    }

    @ParameterizedTest
    @EnumSource
    void neverMakesAnUntestedKeyCurrentHoweverOftenAsked(Kind kind) {
        String old = world.holder(kind, SecretStages.CURRENT);
        String token = world.begin(kind);
        world.perform(request("createSecret", kind, token));

        assertRefused("finishSecret", kind.secret(), token, RotationRefusal.CANDIDATE_UNTESTED);
        assertThat(world.holder(kind, SecretStages.CURRENT)).isEqualTo(old);
    }

    @Test
    void refusesToInstallAKeyThatWasNotMade() {
        String token = world.begin(SAMPLE_SIGNING_KEY);

        assertRefused("setSecret", SAMPLE_SIGNING_KEY.secret(), token, RotationRefusal.CANDIDATE_MISSING);
        assertThat(world.providers.installed()).isEmpty();
    }

    @Test
    void doesNotTakeTheMarkOfTheVersionBeforeForItsOwn() {
        world.rotate(ZENOO_SIGNING_KEY);
        world.submit(ZENOO_SIGNING_KEY, "third-60d3a7b8c912ef45");
        String token = world.begin(ZENOO_SIGNING_KEY);
        world.perform(request("createSecret", ZENOO_SIGNING_KEY, token));

        assertRefused("finishSecret", ZENOO_SIGNING_KEY.secret(), token, RotationRefusal.CANDIDATE_UNTESTED);
    }

    @Test
    void refusesToRotateWhatHasNoKeyYet() {
        RotatingKey key = JOBSITEON_API_KEY.key();
        SecretStages empty = new SecretStages(true, Map.of("token", List.of(SecretStages.PENDING)));
        var inPlace = new SecretsManagerVersions(
                new InProcessSecretsManager(world.secretsManager, new Calls()), world.clock::advance);
        var keys = RotatingKeys.of(Kind.PROVIDERS, RotationWorld.NAMES);
        var step = new CreateSecret(
                keys,
                inPlace,
                new SecretsManagerInbox(new InProcessSecretsManager(world.secretsManager, new Calls()), inPlace),
                new Inspection(keys, inPlace),
                new DueKeys(notice -> {}, world.outputs),
                new Random(1));

        assertThatExceptionOfType(RotationRefusedException.class)
                .isThrownBy(() -> step.perform(new Candidacy(key, JOBSITEON_API_KEY.secret(), "token", "", empty)))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(RotationRefusal.CURRENT_MISSING));
    }

    @ParameterizedTest
    @EnumSource
    void anyStepIsFineOnceTheKeyIsCurrent(Kind kind) {
        String old = world.holder(kind, SecretStages.CURRENT);
        String token = world.rotate(kind);

        for (String step : List.of("createSecret", "setSecret", "testSecret", "finishSecret")) {
            world.perform(request(step, kind, token));
        }

        world.assertRotated(kind, old, token);
        assertThat(world.outputs.logged(LogEvent.ROTATION_STEP_DONE))
                .extracting(line -> line.fields().get("outcome"))
                .containsExactly(
                        "done",
                        kind.isSubmitted() ? "nothing_to_do" : "done",
                        "done",
                        "done",
                        "done_before",
                        "done_before",
                        "done_before",
                        "done_before");
    }

    @ParameterizedTest
    @EnumSource
    void triesAConfigurationWithoutTouchingAnything(Kind kind) {
        Map<String, List<String>> before = world.stages(kind).labels();
        world.beginTrial(kind);
        world.attempts.runAll();

        assertThat(world.told.getLast().kind().eventName()).isEqualTo("TestRotationSucceeded");
        assertThat(world.stages(kind).labels()).isEqualTo(before);
        assertNothingUsed();
    }

    @ParameterizedTest
    @EnumSource
    void triesAConfigurationOnACopyOfTheCurrentKeyWithoutTouchingAnything(Kind kind) {
        String token = world.begin(kind);
        putPending(kind, token, kind.oldKey());

        world.perform(request("testSecret", kind, token));

        assertThat(world.holder(kind, SecretStages.TESTED)).isEqualTo("nobody");
        assertNothingUsed();
        assertRefused("finishSecret", kind.secret(), token, RotationRefusal.CANDIDATE_UNTESTED);
    }

    @ParameterizedTest
    @EnumSource
    void looksAlsoAtAValueThatSomebodyElsePut(Kind kind) {
        Kind other = kind == JOBSITEON_API_KEY ? ZENOO_SIGNING_KEY : JOBSITEON_API_KEY;
        String token = world.begin(kind);
        putPending(kind, token, other.oldKey());
        world.perform(request("createSecret", kind, token));

        assertRefused("testSecret", kind.secret(), token, RotationRefusal.CANDIDATE_OF_ANOTHER_KEY);
        assertNothingUsed();
    }

    private void putPending(Kind kind, String token, String value) {
        world.call(
                "PutSecretValue",
                RotationWorld.input(kind.secret())
                        .put("ClientRequestToken", token)
                        .put("SecretString", value)
                        .set("VersionStages", stages(SecretStages.PENDING)));
    }

    private static ArrayNode stages(String stage) {
        return JsonNodeFactory.instance.arrayNode().add(stage);
    }

    private void assertNothingUsed() {
        assertThat(world.providers.proven()).isEmpty();
        assertThat(world.providers.installed()).isEmpty();
        assertThat(world.receiver.proven()).isEmpty();
        assertThat(world.events).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void convergesWhenReadsMissWhatWasJustWritten(Kind kind) {
        for (int missed = 1; missed <= 3; missed++) {
            RotationWorld late = new RotationWorld(missed);
            String old = late.holder(kind, SecretStages.CURRENT);
            String token = late.rotate(kind);

            late.assertRotated(kind, old, token);
        }
    }

    private void assertRefused(String step, String secret, String token, RotationRefusal refusal) {
        assertThatExceptionOfType(RotationRefusedException.class)
                .isThrownBy(() -> world.perform(new RotationRequest(step, secret, token, "")))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(refusal))
                .withMessageStartingWith(refusal.name());
        assertThat(world.outputs.logged(LogEvent.ROTATION_REFUSED)).hasSize(1);
    }

    private static RotationRequest request(String step, Kind kind, String token) {
        return new RotationRequest(step, kind.secret(), token, "");
    }
}
