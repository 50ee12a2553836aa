package dev.hookwarden.rotation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SecretsManagerRotationEvent;
import dev.hookwarden.log.EventLog;
import dev.hookwarden.logging.PowertoolsEventLog;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/** Lambda's entry: one rotation step of Secrets Manager. Never logs the event, which carries a token. */
public final class RotationHandler implements RequestHandler<SecretsManagerRotationEvent, @Nullable Void> {
    private final Rotation rotation;

    /**
     * Wires the function from its environment, as Lambda starts it.
     *
     * @throws dev.hookwarden.config.ConfigurationException if a variable is missing or malformed; names the variable
     */
    public RotationHandler() {
        this(RotationConfig.from(System.getenv()));
    }

    private RotationHandler(RotationConfig config) {
        this(config, new PowertoolsEventLog());
    }

    private RotationHandler(RotationConfig config, EventLog log) {
        this(config, RotationPorts.onAws(config, log), log);
    }

    /** Wires the function from these parts, as the local stack and the tests start it. */
    public RotationHandler(RotationConfig config, RotationPorts ports, EventLog log) {
        this.rotation = wired(config, ports, log);
    }

    static Rotation wired(RotationConfig config, RotationPorts ports, EventLog log) {
        var keys = RotatingKeys.of(config.providers(), config.secretNames());
        var versions = new SecretsManagerVersions(ports.secretsManager(), ports.pause());
        var inbox = new SecretsManagerInbox(ports.secretsManager(), versions);
        var inspection = new Inspection(keys, versions);
        var dueKeys = new DueKeys(ports.notices(), log);
        var canary = new CanaryFlight(
                ports.canaryPost(),
                ports.canaryRecords(),
                config.canaryPatience(),
                ports.clock(),
                ports.pause(),
                ports.random());
        Map<String, RotationStep> steps = Map.of(
                "createSecret", new CreateSecret(keys, versions, inbox, inspection, dueKeys, ports.random()),
                "setSecret", new SetSecret(keys, versions, ports.installations()),
                "testSecret", new TestSecret(versions, inspection, ports.apiKeyProof(), canary),
                "finishSecret", new FinishSecret(keys, versions, inbox, ports.events(), log, ports.clock()));
        return new Rotation(keys, versions, steps, new RotationLog(log));
    }

    /** @throws RotationRefusedException if the step can't go on, so that Secrets Manager tries again */
    @Override
    public @Nullable Void handleRequest(SecretsManagerRotationEvent event, Context context) {
        RotationRequest request = read(event);
        return PowertoolsLogging.withLogging(context, () -> {
            rotation.perform(request);
            return null;
        });
    }

    private static RotationRequest read(SecretsManagerRotationEvent event) {
        return new RotationRequest(
                Objects.requireNonNullElse(event.getStep(), ""),
                Objects.requireNonNullElse(event.getSecretId(), ""),
                Objects.requireNonNullElse(event.getClientRequestToken(), ""),
                Objects.requireNonNullElse(event.getRotationToken(), ""));
    }
}
