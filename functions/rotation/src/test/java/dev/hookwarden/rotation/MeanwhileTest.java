package dev.hookwarden.rotation;

import static dev.hookwarden.rotation.Kind.ZENOO_API_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others do between two calls of a step. */
class MeanwhileTest {
    private static final String THIRD = "third-60d3a7b8c912ef45";

    private final RotationWorld world = new RotationWorld();

    @Test
    void looksAgainForAVersionThatCannotBeSeenYet() {
        world.rotate(ZENOO_API_KEY);
        String token = "7b0c5a3e-2f9d-4c1a-8e66-0d5b7a914c23";
        world.calls.intrude(world.calls.made().size() + 1, () -> putPending(token));

        perform(world, "createSecret", token);

        assertThat(world.refusals).isEmpty();
        assertThat(world.value(ZENOO_API_KEY.secret(), token)).contains(THIRD);
    }

    /** The mark is on the version of the rotation before, so that only one of two copies can move it. */
    @Test
    void isContentWhenAnotherCopyMarkedTheCandidateFirst() {
        int marking = callThatMarksTheThirdKey();
        String token = createTheThirdKey(world);
        world.calls.intrude(marking, () -> perform(world, "testSecret", token));

        perform(world, "testSecret", token);

        assertThat(world.holder(ZENOO_API_KEY, SecretStages.TESTED)).isEqualTo(token);
        assertThat(world.refusals).isEmpty();
        assertThat(world.calls.made()).endsWith("UpdateSecretVersionStage", "DescribeSecret");
    }

    @Test
    void looksAgainForAMarkThatAnotherCopyIsAboutToPut() {
        int marking = callThatMarksTheThirdKey();
        String token = createTheThirdKey(world);
        String second = world.holder(ZENOO_API_KEY, SecretStages.CURRENT);
        String first = world.holder(ZENOO_API_KEY, SecretStages.PREVIOUS);
        world.calls.intrude(marking, () -> moveMark(second, first));
        world.calls.intrude(marking + 2, () -> moveMark(first, token));

        perform(world, "testSecret", token);

        assertThat(world.refusals).isEmpty();
    }

    @Test
    void refusesWhenSomebodyElseMarkedAnotherVersion() {
        int marking = callThatMarksTheThirdKey();
        String token = createTheThirdKey(world);
        String second = world.holder(ZENOO_API_KEY, SecretStages.CURRENT);
        String first = world.holder(ZENOO_API_KEY, SecretStages.PREVIOUS);
        world.calls.intrude(marking, () -> moveMark(second, first));

        assertLabelMoved("testSecret", token);
        assertThat(world.holder(ZENOO_API_KEY, SecretStages.TESTED)).isEqualTo(first);
    }

    /** The next call is a look at the labels, the one after it looks for the mark again. */
    @Test
    void seesAMarkThatWasPutAMomentAgo() {
        String token = world.begin(ZENOO_API_KEY);
        perform(world, "createSecret", token);
        world.calls.intrude(world.calls.made().size() + 1, () -> perform(world, "testSecret", token));

        perform(world, "finishSecret", token);

        assertThat(world.holder(ZENOO_API_KEY, SecretStages.CURRENT)).isEqualTo(token);
    }

    @Test
    void isContentWhenAnotherCopyMadeTheCandidateCurrentFirst() {
        String old = world.holder(ZENOO_API_KEY, SecretStages.CURRENT);
        String token = test();
        world.calls.intrude(callThatMovesCurrent(), () -> perform(world, "finishSecret", token));

        perform(world, "finishSecret", token);

        assertThat(world.refusals).isEmpty();
        assertThat(world.events)
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.previousVersionId()).contains(old));
    }

    @Test
    void announcesNothingWhenSomebodyElseMadeAnotherKeyCurrent() {
        String token = test();
        world.calls.intrude(
                callThatMovesCurrent(),
                () -> world.call(
                        "PutSecretValue",
                        RotationWorld.input(ZENOO_API_KEY.secret()).put("SecretString", THIRD)));

        assertLabelMoved("finishSecret", token);
        assertThat(world.events).isEmpty();
        assertThat(world.inbox(ZENOO_API_KEY)).contains(ZENOO_API_KEY.newKey());
    }

    @Test
    void leavesAKeyInTheInboxThatWasSubmittedBeforeTheLastStep() {
        String token = test();
        world.submit(ZENOO_API_KEY, THIRD);

        perform(world, "finishSecret", token);

        assertThat(world.inbox(ZENOO_API_KEY)).contains(THIRD);
    }

    /** Before the marker is put, and before it becomes current: the last call of either kind. */
    @ParameterizedTest
    @ValueSource(strings = {"PutSecretValue", "UpdateSecretVersionStage"})
    void leavesAKeyInTheInboxThatWasSubmittedWhileTheInboxWasBeingEmptied(String call) {
        world.calls.intrude(callsOfARotation().lastIndexOf(call), () -> world.submit(ZENOO_API_KEY, THIRD));

        world.rotate(ZENOO_API_KEY);

        assertThat(world.inbox(ZENOO_API_KEY)).contains(THIRD);
    }

    private static List<String> callsOfARotation() {
        RotationWorld rehearsal = new RotationWorld();
        rehearsal.rotate(ZENOO_API_KEY);
        return rehearsal.calls.made();
    }

    private static int callThatMarksTheThirdKey() {
        RotationWorld rehearsal = new RotationWorld();
        perform(rehearsal, "testSecret", createTheThirdKey(rehearsal));
        List<String> calls = rehearsal.calls.made();
        assertThat(calls.getLast()).isEqualTo("UpdateSecretVersionStage");
        return calls.size() - 1;
    }

    /** The next call is a look at the labels. */
    private int callThatMovesCurrent() {
        return world.calls.made().size() + 1;
    }

    /** Everything but the last step. */
    private String test() {
        String token = world.begin(ZENOO_API_KEY);
        for (String step : List.of("createSecret", "setSecret", "testSecret")) {
            perform(world, step, token);
        }
        return token;
    }

    private static String createTheThirdKey(RotationWorld world) {
        world.rotate(ZENOO_API_KEY);
        world.submit(ZENOO_API_KEY, THIRD);
        world.providers.issue(THIRD);
        String token = world.begin(ZENOO_API_KEY);
        perform(world, "createSecret", token);
        return token;
    }

    private static void perform(RotationWorld world, String step, String token) {
        world.perform(new RotationRequest(step, ZENOO_API_KEY.secret(), token, ""));
    }

    private void putPending(String token) {
        world.call(
                "PutSecretValue",
                RotationWorld.input(ZENOO_API_KEY.secret())
                        .put("ClientRequestToken", token)
                        .put("SecretString", THIRD)
                        .set(
                                "VersionStages",
                                JsonNodeFactory.instance.arrayNode().add(SecretStages.PENDING)));
    }

    private void moveMark(String from, String to) {
        world.call(
                "UpdateSecretVersionStage",
                RotationWorld.input(ZENOO_API_KEY.secret())
                        .put("VersionStage", SecretStages.TESTED)
                        .put("RemoveFromVersionId", from)
                        .put("MoveToVersionId", to));
    }

    private void assertLabelMoved(String step, String token) {
        assertThatExceptionOfType(RotationRefusedException.class)
                .isThrownBy(() -> perform(world, step, token))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(RotationRefusal.LABEL_MOVED));
    }
}
