package dev.hookwarden.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.secretsmanager.ManualRotations;
import dev.hookwarden.local.aws.secretsmanager.PendingAfterSuccess;
import dev.hookwarden.local.aws.secretsmanager.RotationEvent;
import dev.hookwarden.local.aws.secretsmanager.RotationSettings;
import dev.hookwarden.local.aws.secretsmanager.SecretsManagerSettings;
import dev.hookwarden.local.aws.secretsmanager.StrictSecretsManager;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.provider.KeyUse;
import dev.hookwarden.secrets.SecretNames;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** An installation with a current key of every {@link Kind}, rotation on, and the next keys issued and submitted. */
final class RotationWorld {
    static final SecretNames NAMES = new SecretNames("hookwarden/test");
    static final RotationConfig CONFIG = new RotationConfig(
            Kind.PROVIDERS,
            NAMES,
            "hookwarden-test",
            "hookwarden-test-deliveries",
            "arn:aws:sns:us-east-1:000000000000:hookwarden-test-notices",
            URI.create("https://hooks.example.com"),
            Duration.ofSeconds(20));
    private static final int TRIES = 5;

    private final Random random = new Random(7);
    final MutableClock clock = new MutableClock();
    final ManualRotations attempts = new ManualRotations();
    final Calls calls = new Calls();
    final Outputs outputs = new Outputs();
    final SimulatedProviders providers = new SimulatedProviders();
    final List<KeyRotated> events = new ArrayList<>();
    final List<KeyDueNotice> notices = new ArrayList<>();
    final List<RotationEvent> told = new ArrayList<>();
    final List<RotationRefusal> refusals = new ArrayList<>();
    final Set<String> secrets = new HashSet<>();
    final StrictSecretsManager secretsManager;
    final SimulatedReceiver receiver;
    private Optional<RotationRequest> underWay = Optional.empty();
    private UnaryOperator<RotationPorts> replaced = ports -> ports;

    RotationWorld() {
        this(0);
    }

    /** @param missedReads how many reads after each write miss */
    RotationWorld(int missedReads) {
        secretsManager = new StrictSecretsManager(SecretsManagerSettings.of(clock, new Random(1))
                .withMissedReads(missedReads)
                .withRotation(RotationSettings.of(this::invoke, attempts)
                        .withListener(told::add)
                        .withTries(TRIES, Duration.ofSeconds(5))
                        .withPending(PendingAfterSuccess.KEPT)));
        receiver = new SimulatedReceiver(
                Kind.PROVIDERS, new InProcessSecretsManager(secretsManager, new Calls()), NAMES, clock);
        for (Kind kind : Kind.values()) {
            secrets.addAll(List.of(kind.oldKey(), kind.newKey()));
            create(kind.secret(), kind.oldKey());
            create(kind.inbox(), SecretsManagerInbox.EMPTY);
            if (kind.isSubmitted()) {
                submit(kind, kind.newKey());
            }
            providers.issue(kind.newKey());
        }
    }

    /** Puts other parts in place of some. */
    void replace(UnaryOperator<RotationPorts> replacement) {
        replaced = replacement;
    }

    private void create(String secret, String value) {
        call("CreateSecret", json().put("Name", secret).put("SecretString", value));
    }

    void submit(Kind kind, String value) {
        secrets.add(value);
        call("PutSecretValue", input(kind.inbox()).put("SecretString", value));
    }

    /** Asks for a rotation; returns the token. Attempts wait in {@link #attempts}. */
    String begin(Kind kind) {
        return askToRotate(kind, true);
    }

    /** Asks to try the configuration of a rotation. */
    String beginTrial(Kind kind) {
        return askToRotate(kind, false);
    }

    private String askToRotate(Kind kind, boolean immediately) {
        ObjectNode input = input(kind.secret())
                .put("RotationLambdaARN", "arn:aws:lambda:us-east-1:000000000000:function:rotation")
                .put("RotateImmediately", immediately);
        input.putObject("RotationRules").put("AutomaticallyAfterDays", 90);
        return call("RotateSecret", input).path("VersionId").textValue();
    }

    /** Rotates, tries again as AWS does, and returns the token. */
    String rotate(Kind kind) {
        String token = begin(kind);
        attempts.runAll();
        return token;
    }

    /** Performs a step as Lambda does, each time with a new copy of the function. */
    void perform(RotationRequest request) {
        try {
            RotationHandler.wired(CONFIG, replaced.apply(ports()), outputs).perform(request);
        } catch (RotationRefusedException refused) {
            outputs.thrown(refused);
            refusals.add(refused.refusal());
            throw refused;
        }
    }

    private void invoke(dev.hookwarden.local.aws.secretsmanager.RotationStep step) {
        secrets.add(step.rotationToken());
        RotationRequest request =
                new RotationRequest(step.step(), step.secretId(), step.clientRequestToken(), step.rotationToken());
        outputs.say(request);
        underWay = Optional.of(request);
        try {
            perform(request);
        } catch (Calls.Death death) {
            throw new IllegalStateException("The function died");
        }
    }

    /** Lets another copy of the function run the step that is under way, from its beginning to its end, before this call. */
    void intrudeWithTheSameStep(int ordinal) {
        calls.intrude(ordinal, () -> {
            try {
                perform(underWay.orElseThrow());
            } catch (RotationRefusedException lostToTheFirst) {
                // Fine, as long as the first one gets through.
            }
        });
    }

    private RotationPorts ports() {
        return new RotationPorts(
                new InProcessSecretsManager(secretsManager, calls),
                (provider, key) ->
                        calls.make("ApiKeyProof", () -> providers.prove(provider, key), RotationWorld::silent),
                (provider, headers, payload) -> calls.make(
                        "CanaryPost", () -> receiver.receive(provider, headers, payload), () -> CanaryPost.NO_ANSWER),
                id -> calls.make("CanaryRecords", () -> receiver.keyVersion(id)),
                Map.of(
                        "sample",
                        (key, value) -> calls.make(
                                "KeyInstallation", () -> providers.install(key, value), RotationWorld::silent)),
                event -> calls.make("KeyRotated", () -> events.add(event)),
                notice -> calls.make("Notices", () -> notices.add(notice)),
                clock,
                clock::advance,
                random);
    }

    /** What a version of the secret holds. */
    Optional<String> value(String secret, String versionId) {
        return new SecretsManagerVersions(observer(), pause -> {}).value(secret, versionId);
    }

    SecretStages stages(Kind kind) {
        return new SecretsManagerVersions(observer(), pause -> {})
                .stages(kind.secret())
                .orElseThrow();
    }

    Optional<String> inbox(Kind kind) {
        return new SecretsManagerInbox(observer(), new SecretsManagerVersions(observer(), pause -> {}))
                .submitted(kind.inbox());
    }

    String holder(Kind kind, String label) {
        return stages(kind).holder(label).orElse("nobody");
    }

    private InProcessSecretsManager observer() {
        return new InProcessSecretsManager(secretsManager, new Calls());
    }

    /** Fails unless the current version is the one before the rotation, or one that was really used and marked. */
    void assertCurrentIsOldOrTested(Kind kind, String oldVersion) {
        SecretStages stages = stages(kind);
        String current = stages.holder(SecretStages.CURRENT).orElseThrow();
        if (!current.equals(oldVersion)) {
            assertThat(stages.isOn(SecretStages.TESTED, current)).isTrue();
            assertUsed(kind, current);
        }
    }

    private void assertUsed(Kind kind, String version) {
        if (kind.key().is(KeyUse.CALLS_API)) {
            assertThat(providers.proven())
                    .contains(value(kind.secret(), version).orElseThrow());
        }
        if (kind.key().is(KeyUse.SIGNS_DELIVERIES)) {
            assertThat(receiver.proven()).contains(version);
        }
    }

    /** Fails unless the rotation is over and done with, all of it. */
    void assertRotated(Kind kind, String oldVersion, String token) {
        assertThat(holder(kind, SecretStages.CURRENT)).isEqualTo(token);
        assertThat(holder(kind, SecretStages.PREVIOUS)).isEqualTo(oldVersion);
        assertThat(holder(kind, SecretStages.TESTED)).isEqualTo(token);
        assertThat(holder(kind, SecretStages.PENDING)).isIn(token, "nobody");
        assertThat(stages(kind).versions()).containsExactlyInAnyOrder(token, oldVersion);
        String value = value(kind.secret(), token).orElseThrow();
        secrets.add(value);
        if (kind.isSubmitted()) {
            assertThat(value).isEqualTo(kind.newKey());
        } else {
            assertThat(providers.installed()).containsExactly(value);
        }
        assertUsed(kind, token);
        assertThat(inbox(kind)).isEmpty();
        assertThat(events).isNotEmpty().allSatisfy(event -> {
            assertThat(event.id()).isEqualTo(kind.key().id() + "#" + token);
            assertThat(event.previousVersionId()).contains(oldVersion);
        });
        assertThat(outputs.logged(LogEvent.KEY_ROTATED))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.fields())
                        .containsEntry("keyVersion", token)
                        .containsEntry("previousVersion", oldVersion));
        assertThat(told.getLast().kind()).isEqualTo(RotationEvent.Kind.SUCCEEDED);
        assertNothingShown();
    }

    void assertNothingShown() {
        events.forEach(outputs::say);
        notices.forEach(outputs::say);
        outputs.assertDontShow(secrets);
    }

    JsonNode call(String action, ObjectNode input) {
        return secretsManager.answer(action, input);
    }

    static ObjectNode input(String secret) {
        return json().put("SecretId", secret);
    }

    private static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ProviderAnswer silent() {
        return new ProviderAnswer.Unclear("failed_as_planned");
    }
}
