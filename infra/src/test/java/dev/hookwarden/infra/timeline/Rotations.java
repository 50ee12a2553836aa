package dev.hookwarden.infra.timeline;

import com.amazonaws.services.lambda.runtime.events.SecretsManagerRotationEvent;
import dev.hookwarden.delivery.Payload;
import dev.hookwarden.local.aws.secretsmanager.RotationScheduler;
import dev.hookwarden.local.aws.secretsmanager.RotationStep;
import dev.hookwarden.log.EventLog;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.providerapi.CallPorts;
import dev.hookwarden.providerapi.PlainHttp;
import dev.hookwarden.providerapi.RateLimiter.Permission.Granted;
import dev.hookwarden.rotation.AwsClients;
import dev.hookwarden.rotation.HttpApiKeyProof;
import dev.hookwarden.rotation.RotationConfig;
import dev.hookwarden.rotation.RotationHandler;
import dev.hookwarden.rotation.RotationPorts;
import dev.hookwarden.rotation.RotationRefusedException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Secrets Manager's way of rotating with the rotation function, on the virtual clock. */
final class Rotations implements RotationScheduler {
    static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:rotation";

    private static final Duration CANARY_PATIENCE = Duration.ofSeconds(40);

    private record Attempt(Duration delay, Runnable steps) {}

    private final World world;
    private final LambdaMetrics metrics;
    private final Queue<Attempt> waiting = new ArrayDeque<>();
    private Runnable betweenSteps = () -> {};
    private Consumer<Boolean> onCanary = first -> {};
    private int canaries;
    private @Nullable RotationHandler handler;

    Rotations(World world) {
        this.world = world;
        this.metrics = new LambdaMetrics(world.journal, "RotationFunction");
    }

    void wire() {
        RotationConfig config = new RotationConfig(
                world.providers,
                World.NAMES,
                Aws.BUS,
                Aws.TABLE,
                "arn:aws:sns:us-east-1:000000000000:notices",
                URI.create("https://hooks.example.com"),
                CANARY_PATIENCE);
        EventLog log = world.log("rotation");
        handler = new RotationHandler(config, ports(config, log), log);
    }

    private RotationPorts ports(RotationConfig config, EventLog log) {
        AwsClients clients = new AwsClients(
                world.aws.client(SecretsManagerClient.builder()),
                world.aws.client(DynamoDbClient.builder()),
                world.aws.client(EventBridgeClient.builder()));
        RotationPorts real = RotationPorts.on(config, clients, notice -> {}, PlainHttp.TO_THIS_MACHINE, log);
        CallPorts calls =
                new CallPorts((key, limit) -> new Granted(), log, world.clock, world.clock::advance, () -> 0.5);
        return new RotationPorts(
                real.secretsManager(),
                new HttpApiKeyProof(world.providers, PlainHttp.TO_THIS_MACHINE, calls),
                this::postCanary,
                real.canaryRecords(),
                Map.of(),
                real.events(),
                real.notices(),
                world.clock,
                this::pause,
                new Random(7));
    }

    private int postCanary(String provider, Map<String, String> headers, Payload payload) {
        onCanary.accept(canaries++ == 0);
        return world.gateway.request("POST", provider, headers, payload);
    }

    private void pause(Duration span) {
        world.worker.poll();
        world.clock.advance(span);
    }

    @Override
    public void schedule(Duration delay, Runnable attempt) {
        waiting.add(new Attempt(delay, attempt));
    }

    /** What happens between two steps from now on. */
    void betweenSteps(Runnable action) {
        betweenSteps = action;
    }

    /** What happens before each try to post a canary from now on; told whether it is the very first. */
    void onCanary(Consumer<Boolean> action) {
        onCanary = action;
    }

    /** Rotates as the schedule or an operator does, and tries again as often as Secrets Manager does. */
    void rotate(ProviderKey key) {
        world.keys.rotate(key);
        for (Attempt next = waiting.poll(); next != null; next = waiting.poll()) {
            world.clock.advance(next.delay());
            next.steps().run();
        }
    }

    /** Invokes the function, as Secrets Manager does. */
    void step(RotationStep step) {
        if (!step.step().equals("createSecret")) {
            betweenSteps.run();
        }
        var event = SecretsManagerRotationEvent.builder()
                .withStep(step.step())
                .withSecretId(step.secretId())
                .withClientRequestToken(step.clientRequestToken())
                .build();
        try {
            Objects.requireNonNull(handler).handleRequest(event, new Invocation("rotation"));
            metrics.ran();
        } catch (RotationRefusedException refused) {
            metrics.failed();
            throw refused;
        }
    }
}
