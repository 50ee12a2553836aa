package dev.hookwarden.local.aws.secretsmanager;

import static dev.hookwarden.local.aws.secretsmanager.Secrets.refusalOf;
import static dev.hookwarden.local.aws.secretsmanager.Secrets.secret;
import static dev.hookwarden.local.aws.secretsmanager.Secrets.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rules of the API reference (RotateSecret, CancelRotateSecret) and of the user guide, "Rotation by Lambda function".
 */
final class RotationTest {
    private static final List<String> ALL_STEPS = List.of("createSecret", "setSecret", "testSecret", "finishSecret");

    private final MutableClock clock = new MutableClock();
    private final Rotator rotator = new Rotator();
    private final ManualRotations rotations = new ManualRotations();
    private final List<String> events = new ArrayList<>();
    private final RotationSettings rotation = RotationSettings.of(rotator, rotations)
            .withTries(2, Duration.ofSeconds(1))
            .withListener(event -> events.add(event.kind().eventName()));
    private final Secrets secrets = started(settings()).created();

    private SecretsManagerSettings settings() {
        return SecretsManagerSettings.of(clock, new SplittableRandom(1)).withRotation(rotation);
    }

    private Secrets started(SecretsManagerSettings settings) {
        var service = new StrictSecretsManager(settings);
        rotator.use(service);
        return new Secrets(service);
    }

    private static ObjectNode rotate(String end) {
        ObjectNode rotate = secret().put("ClientRequestToken", token(end)).put("RotationLambdaARN", "arn:aws:lambda:f");
        rotate.putObject("RotationRules").put("AutomaticallyAfterDays", 90);
        return rotate;
    }

    @Test
    void performsTheFourStepsInOrderAfterRotateSecretAnswered() {
        assertThat(secrets.call("RotateSecret", rotate("2")).get("VersionId").textValue())
                .isEqualTo(token("2"));
        assertThat(rotator.steps).isEmpty();
        rotations.runAll();
        assertThat(rotator.stepNames()).isEqualTo(ALL_STEPS);
        assertThat(secrets.labels()).isEqualTo(Map.of("AWSCURRENT", "2", "AWSPREVIOUS", "1"));
        assertThat(events).containsExactly("RotationStarted", "RotationSucceeded");
    }

    @Test
    void datesTheRotation() {
        secrets.call("RotateSecret", rotate("2"));
        rotations.runAll();
        assertThat(secrets.describe().get("LastRotatedDate").toString()).isEqualTo("1795342530.250");
        assertThat(secrets.describe().get("NextRotationDate").toString()).isEqualTo("1803118530.250");
    }

    // API_DescribeSecret: "Secrets Manager creates an AWSPENDING version ID before creating the new secret version."

    @Test
    void announcesTheCandidateWithoutAValue() {
        secrets.call("RotateSecret", rotate("2"));
        assertThat(secrets.labels()).isEqualTo(Map.of("AWSCURRENT", "1", "AWSPENDING", "2"));
        assertThat(refusalOf(() -> secrets.value("AWSPENDING"))).isEqualTo("ResourceNotFoundException");
        assertThat(refusalOf(() -> secrets.move("AWSCURRENT", "1", "2"))).isEqualTo("ResourceNotFoundException");
    }

    // API_RotateSecret: "any later invocation of RotateSecret assumes that a previous rotation request is still in
    // progress and returns an error"

    @Test
    void refusesARotationWhileAPendingVersionIsNotCurrent() {
        secrets.put("9", "v9", "AWSPENDING");
        assertThat(refusalOf(() -> secrets.call("RotateSecret", rotate("2")))).isEqualTo("InvalidRequestException");
        assertThat(secrets.describe().has("RotationEnabled")).isFalse();
    }

    @Test
    void triesTheGivenUpRotationAgainWhenAnotherIsAskedFor() {
        rotator.before = step -> failAt("setSecret", step);
        secrets.call("RotateSecret", rotate("2"));
        rotations.runAll();
        rotator.before = step -> {};
        assertThat(refusalOf(() -> secrets.call("RotateSecret", rotate("3")))).isEqualTo("InvalidRequestException");
        rotations.runAll();
        assertThat(secrets.labels()).isEqualTo(Map.of("AWSCURRENT", "2", "AWSPREVIOUS", "1"));
    }

    @Test
    void refusesTheOtherRotationEvenWhenTheOldOneThenSucceeds() {
        Secrets direct = started(settings().withRotation(RotationSettings.of(rotator, RotationScheduler.direct())))
                .created();
        rotator.before = step -> failAt("setSecret", step);
        direct.call("RotateSecret", rotate("2"));
        rotator.before = step -> {};
        assertThat(refusalOf(() -> direct.call("RotateSecret", rotate("3")))).isEqualTo("InvalidRequestException");
        assertThat(direct.labels()).isEqualTo(Map.of("AWSCURRENT", "2", "AWSPREVIOUS", "1"));
    }

    private static void failAt(String name, RotationStep step) {
        if (step.step().equals(name)) {
            throw new IllegalStateException("as planned");
        }
    }

    @Test
    void triesAFailedRotationAgainFromTheFirstStepWithTheSameToken() {
        var failures = new ArrayList<>(List.of("testSecret"));
        rotator.before = step -> {
            if (failures.remove(step.step())) {
                failAt(step.step(), step);
            }
        };
        secrets.call("RotateSecret", rotate("2"));
        rotations.runAll();
        assertThat(rotator.stepNames()).startsWith("createSecret", "setSecret", "testSecret", "createSecret");
        assertThat(rotator.steps).extracting(RotationStep::clientRequestToken).containsOnly(token("2"));
        assertThat(events).containsExactly("RotationStarted", "RotationFailed", "RotationStarted", "RotationSucceeded");
    }

    @Test
    void givesUpAfterItsTriesAndLeavesThePendingLabel() {
        rotator.before = step -> failAt("createSecret", step);
        secrets.call("RotateSecret", rotate("2"));
        rotations.runAll();
        assertThat(rotator.steps).hasSize(2);
        assertThat(secrets.labels()).isEqualTo(Map.of("AWSCURRENT", "1", "AWSPENDING", "2"));
        assertThat(secrets.describe().has("LastRotatedDate")).isFalse();
    }

    @Test
    void failsARotationWhoseFunctionMovedNothing() {
        var idle = new Secrets(new StrictSecretsManager(settings()
                        .withRotation(RotationSettings.of(step -> {}, RotationScheduler.direct())
                                .withTries(1, Duration.ZERO)
                                .withListener(event -> events.add(event.detail())))))
                .created();
        idle.call("RotateSecret", rotate("2"));
        assertThat(events).contains("finishSecret: AWSCURRENT did not move");
    }

    @Test
    void keepsThePendingLabelAfterSuccessWhenAsked() {
        Secrets keeping = started(settings().withRotation(rotation.withPending(PendingAfterSuccess.KEPT)))
                .created();
        keeping.call("RotateSecret", rotate("2"));
        rotations.runAll();
        assertThat(keeping.labels()).isEqualTo(Map.of("AWSCURRENT", "2", "AWSPENDING", "2", "AWSPREVIOUS", "1"));
        keeping.call("RotateSecret", rotate("3"));
        rotations.runAll();
        assertThat(keeping.labels()).containsEntry("AWSCURRENT", "3");
    }

    // API_RotateSecret, RotateImmediately: "The test creates an AWSPENDING version of the secret and then removes it."

    @Test
    void runsTestSecretAloneWhenNotRotatingAtOnce() {
        rotator.before = step -> assertThat(secrets.labels()).containsEntry("AWSPENDING", "2");
        secrets.call("RotateSecret", rotate("2").put("RotateImmediately", false));
        rotations.runAll();
        assertThat(rotator.stepNames()).containsExactly("testSecret");
        assertThat(secrets.labels()).isEqualTo(Map.of("AWSCURRENT", "1"));
        assertThat(secrets.describe().get("RotationEnabled").booleanValue()).isTrue();
        assertThat(events).containsExactly("TestRotationStarted", "TestRotationSucceeded");
    }

    @Test
    void refusesARotationWithoutAFunction() {
        assertThat(refusalOf(() -> secrets.call("RotateSecret", secret()))).isEqualTo("InvalidRequestException");
    }

    @Test
    void refusesRulesThatNameBothOrNeitherSchedule() {
        ObjectNode both = rotate("2");
        both.withObject("/RotationRules").put("ScheduleExpression", "rate(10 days)");
        assertThat(refusalOf(() -> secrets.call("RotateSecret", both))).isEqualTo("InvalidParameterException");
        ObjectNode often = rotate("2");
        often.putObject("RotationRules").put("ScheduleExpression", "rate(3 hours)");
        assertThat(refusalOf(() -> secrets.call("RotateSecret", often))).isEqualTo("InvalidParameterException");
    }

    // API_CancelRotateSecret: "if a rotation is currently in progress, cancels the rotation ... it can leave the
    // VersionStage labels in an unexpected state"

    @Test
    void stopsACancelledRotationBeforeItsNextStep() {
        rotator.before = step -> {
            if (step.step().equals("setSecret")) {
                secrets.call("CancelRotateSecret", secret());
            }
        };
        secrets.call("RotateSecret", rotate("2"));
        rotations.runAll();
        assertThat(rotator.stepNames()).containsExactly("createSecret", "setSecret");
        assertThat(secrets.labels()).isEqualTo(Map.of("AWSCURRENT", "1", "AWSPENDING", "2"));
        assertThat(secrets.describe().get("RotationEnabled").booleanValue()).isFalse();
        assertThat(events).containsExactly("RotationStarted", "RotationAbandoned");
    }

    // User guide, CloudTrail entries, RotationAbandoned: "When you manually create a new version of a secret ...
    // Secrets
    // Manager removes the AWSPENDING label to allow future rotations to succeed"

    @Test
    void abandonsTheRotationWhenAVersionIsMadeCurrentByHand() {
        rotator.before = step -> {
            if (step.step().equals("setSecret")) {
                secrets.put("9", "v9");
            }
        };
        secrets.call("RotateSecret", rotate("2"));
        rotations.runAll();
        assertThat(secrets.labels()).isEqualTo(Map.of("AWSCURRENT", "9", "AWSPREVIOUS", "1"));
        assertThat(events).containsExactly("RotationStarted", "RotationAbandoned");
    }

    @Test
    void rotatesWhatIsDueOnTheClock() {
        secrets.call("RotateSecret", rotate("2"));
        rotations.runAll();
        assertThat(secrets.service().rotateDue()).isZero();
        clock.advance(Duration.ofDays(90));
        assertThat(secrets.service().rotateDue()).isEqualTo(1);
        rotations.runAll();
        assertThat(secrets.labels()).containsEntry("AWSPREVIOUS", "2");
    }

    @Test
    void ignoresARepeatedRotationWhoseVersionIsThereAlready() {
        secrets.call("RotateSecret", rotate("2"));
        rotations.runAll();
        secrets.call("RotateSecret", rotate("2"));
        rotations.runAll();
        assertThat(rotator.stepNames()).isEqualTo(ALL_STEPS);
    }

    @Test
    void takesUpARotationThatAProcessDiedIn(@TempDir Path directory) {
        SecretsManagerSettings kept = settings().withStateFile(directory.resolve("secrets.json"));
        started(kept).created().call("RotateSecret", rotate("2"));
        rotator.before = step -> dieAt("testSecret", step);
        try {
            rotations.runAll();
        } catch (AssertionError killed) {
            rotator.before = step -> {};
        }
        Secrets restarted = started(kept);
        assertThat(restarted.labels()).isEqualTo(Map.of("AWSCURRENT", "1", "AWSPENDING", "2"));
        rotations.runAll();
        assertThat(restarted.labels()).isEqualTo(Map.of("AWSCURRENT", "2", "AWSPREVIOUS", "1"));
    }

    private static void dieAt(String name, RotationStep step) {
        if (step.step().equals(name)) {
            throw new AssertionError("killed");
        }
    }

    @Test
    void keepsEveryChangeInTheStateFileBeforeItAnswers(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("secrets.json");
        Secrets kept = started(settings().withStateFile(file)).created();
        kept.put("2", "v2");
        byte[] state = Files.readAllBytes(file);
        assertThat(StateJson.read(state).values()).hasSize(1);
        assertThat(started(settings().withStateFile(file)).value("AWSPREVIOUS")).isEqualTo("v1");
        assertThat(directory.toFile().list()).containsExactly("secrets.json");
    }

    @Test
    void restoresASnapshot() {
        var snapshot = secrets.service().snapshot();
        secrets.put("2", "v2");
        secrets.service().restore(snapshot);
        assertThat(secrets.labels()).isEqualTo(Map.of("AWSCURRENT", "1"));
    }
}
