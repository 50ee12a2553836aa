package dev.hookwarden.rotation;

import static dev.hookwarden.rotation.Kind.ZENOO_API_KEY;
import static dev.hookwarden.rotation.Kind.ZENOO_SIGNING_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hookwarden.log.LogEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a step says of a fault, in the log and to Secrets Manager. */
class FaultsTest {
    private final RotationWorld world = new RotationWorld();

    @Test
    void namesTheErrorThatAwsAnswered() {
        String token = world.begin(ZENOO_API_KEY);
        world.calls.trouble(world.calls.made().size(), Trouble.FAIL_BEFORE);

        assertRefused("createSecret", ZENOO_API_KEY, token, RotationRefusal.AWS_CALL_FAILED);
        assertThat(logged())
                .containsEntry("refusal", "AWS_CALL_FAILED")
                .containsEntry("fault", "SecretsManagerException")
                .containsEntry("awsErrorCode", "InternalServiceError");
    }

    @Test
    void namesTheKindOfAFaultThatNobodyExpects() {
        world.replace(ports -> Replaced.canaryPost(ports, (provider, headers, payload) -> {
            throw new IllegalStateException("canary");
        }));
        String token = world.begin(ZENOO_SIGNING_KEY);
        world.perform(new RotationRequest("createSecret", ZENOO_SIGNING_KEY.secret(), token, ""));

        assertRefused("testSecret", ZENOO_SIGNING_KEY, token, RotationRefusal.UNEXPECTED_FAULT);
        assertThat(logged())
                .containsEntry("refusal", "UNEXPECTED_FAULT")
                .containsEntry("fault", "IllegalStateException")
                .doesNotContainKey("awsErrorCode");
    }

    @Test
    void saysTheRefusalInWordsAndMoreWhereThereIsMore() {
        assertThat(RotationRefusedException.of(RotationRefusal.LABEL_MOVED))
                .hasMessage("LABEL_MOVED: somebody else moved a staging label meanwhile");
        assertThat(RotationRefusedException.of(RotationRefusal.LABEL_MOVED, "AWSCURRENT"))
                .hasMessage("LABEL_MOVED: somebody else moved a staging label meanwhile (AWSCURRENT)");
    }

    private void assertRefused(String step, Kind kind, String token, RotationRefusal refusal) {
        assertThatExceptionOfType(RotationRefusedException.class)
                .isThrownBy(() -> world.perform(new RotationRequest(step, kind.secret(), token, "")))
                .withMessage(refusal + ": " + refusal.explanation())
                .withNoCause();
    }

    private Map<String, Object> logged() {
        return world.outputs.logged(LogEvent.ROTATION_REFUSED).getLast().fields();
    }
}
