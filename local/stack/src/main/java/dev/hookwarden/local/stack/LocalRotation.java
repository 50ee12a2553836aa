package dev.hookwarden.local.stack;

import com.amazonaws.services.lambda.runtime.events.SecretsManagerRotationEvent;
import dev.hookwarden.local.aws.secretsmanager.RotationFunction;
import dev.hookwarden.local.aws.secretsmanager.RotationStep;
import dev.hookwarden.local.lambda.LocalContext;
import dev.hookwarden.local.providers.SimulatedProviders;
import dev.hookwarden.log.EventLog;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderApi;
import dev.hookwarden.providerapi.PlainHttp;
import dev.hookwarden.rotation.AwsClients;
import dev.hookwarden.rotation.RotationConfig;
import dev.hookwarden.rotation.RotationHandler;
import dev.hookwarden.rotation.RotationPorts;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The rotation function as Secrets Manager invokes it. Secrets Manager is there before the function, which calls it, and may take up a
 * rotation at once: such a step waits until the function is wired.
 */
final class LocalRotation implements RotationFunction {
    static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:hookwarden-local-rotation";

    private static final Duration CANARY_PATIENCE = Duration.ofSeconds(40);

    private final CompletableFuture<Consumer<SecretsManagerRotationEvent>> function = new CompletableFuture<>();

    /** Wires the function: providers are called on this machine. */
    void wire(LocalAws aws, URI api, EventLog log, LocalMetrics metrics) {
        RotationConfig config = new RotationConfig(
                Provider.ALL.stream().map(provider -> simulated(provider, api)).toList(),
                LocalKeys.NAMES,
                LocalAws.BUS,
                LocalAws.TABLE,
                "",
                api,
                CANARY_PATIENCE);
        AwsClients clients = new AwsClients(
                aws.client(SecretsManagerClient.builder()),
                aws.client(DynamoDbClient.builder()),
                aws.client(EventBridgeClient.builder()));
        // A notice goes with a log line that says the same, and here nobody subscribes to more.
        RotationPorts ports = RotationPorts.on(config, clients, notice -> {}, PlainHttp.TO_THIS_MACHINE, log);
        RotationHandler handler = new RotationHandler(config, ports, log);
        function.complete(event -> metrics.invoked("RotationFunction", () -> {
            handler.handleRequest(event, new LocalContext("rotation"));
            return event;
        }));
    }

    /** The provider with its API, if it has one, where the simulated one is. */
    static Provider simulated(Provider provider, URI api) {
        if (!provider.isCalled()) {
            return provider;
        }
        ProviderApi real = provider.api();
        return provider.withApi(real.at(api.resolve(
                SimulatedProviders.PATH + provider.id() + real.baseUrl().getPath())));
    }

    @Override
    public void invoke(RotationStep step) {
        SecretsManagerRotationEvent event = SecretsManagerRotationEvent.builder()
                .withStep(step.step())
                .withSecretId(step.secretId())
                .withClientRequestToken(step.clientRequestToken())
                .build();
        function.join().accept(event);
    }
}
