package dev.hookwarden.simulation;

import com.amazonaws.services.lambda.runtime.events.SecretsManagerRotationEvent;
import dev.hookwarden.local.aws.secretsmanager.RotationFunction;
import dev.hookwarden.local.aws.secretsmanager.RotationStep;
import dev.hookwarden.local.lambda.LocalContext;
import dev.hookwarden.rotation.RotationHandler;
import dev.hookwarden.simulation.aws.Invocation;
import dev.hookwarden.simulation.aws.Invocations;
import dev.hookwarden.simulation.aws.Killed;
import dev.hookwarden.simulation.time.VirtualTime;
import java.util.Optional;
import java.util.function.Supplier;

/** Rotation as Secrets Manager invokes it, each step in a copy of its own. */
final class RotationCopies implements RotationFunction {
    private final Supplier<RotationHandler> coldStart;
    private final VirtualTime time;
    private final Invocations invocations;
    private final Output output;

    RotationCopies(Supplier<RotationHandler> coldStart, VirtualTime time, Invocations invocations, Output output) {
        this.coldStart = coldStart;
        this.time = time;
        this.invocations = invocations;
        this.output = output;
    }

    @Override
    public void invoke(RotationStep step) {
        SecretsManagerRotationEvent event = SecretsManagerRotationEvent.builder()
                .withStep(step.step())
                .withSecretId(step.secretId())
                .withClientRequestToken(step.clientRequestToken())
                .withRotationToken(step.rotationToken())
                .build();
        Invocation invocation = new Invocation("rotation", time.instant().plus(Installation.ROTATION_TIMEOUT));
        try {
            invocations.run(
                    invocation,
                    () -> Optional.ofNullable(coldStart.get().handleRequest(event, new LocalContext("rotation"))));
        } catch (Killed killed) {
            throw new IllegalStateException("The function died");
        } catch (RuntimeException refused) {
            output.thrown(refused);
            throw refused;
        }
    }
}
