package dev.hookwarden.simulation.forgery;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hookwarden.ingest.AwsClients;
import dev.hookwarden.ingest.IngestConfig;
import dev.hookwarden.ingest.IngestHandler;
import dev.hookwarden.ingest.S3Access;
import dev.hookwarden.local.aws.AwsApi;
import dev.hookwarden.local.aws.AwsRequests;
import dev.hookwarden.local.aws.secretsmanager.SecretsManagerSettings;
import dev.hookwarden.local.aws.secretsmanager.StrictSecretsManager;
import dev.hookwarden.local.lambda.ApiGatewayProxy;
import dev.hookwarden.local.lambda.ProxyRequest;
import dev.hookwarden.secrets.KeyringSettings;
import dev.hookwarden.secrets.SecretNames;
import dev.hookwarden.simulation.aws.CallLog;
import dev.hookwarden.simulation.aws.Clients;
import dev.hookwarden.simulation.aws.InProcessHttp;
import dev.hookwarden.simulation.aws.Invocation;
import dev.hookwarden.simulation.aws.Invocations;
import dev.hookwarden.simulation.aws.Trouble;
import dev.hookwarden.simulation.sqs.Queue;
import dev.hookwarden.simulation.sqs.QueueRules;
import dev.hookwarden.simulation.sqs.StrictSqs;
import dev.hookwarden.simulation.time.VirtualTime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** One copy of ingest behind the gateway, with a key for each target, and nothing going wrong. */
final class Receiving {
    private static final String QUEUE_URL = "https://sqs.us-east-1.amazonaws.com/000000000000/deliveries";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecretNames NAMES = new SecretNames("hookwarden/forged");

    final VirtualTime time = new VirtualTime(Instant.parse("2026-11-22T12:00:00Z"));
    final ReadTimes reads = new ReadTimes(time);
    private final Invocations invocations = new Invocations();
    private final Queue queue =
            new Queue(new QueueRules(Duration.ofMinutes(3), 5, Duration.ofDays(10), 0), time, new Random(1));
    private final RequestStreamHandler function;
    private final ApiGatewayProxy gateway;

    Receiving(List<Target> targets) {
        this(targets, function -> function);
    }

    /** @param part what may be put in ingest's place */
    Receiving(List<Target> targets, UnaryOperator<RequestStreamHandler> part) {
        StrictSecretsManager secrets = new StrictSecretsManager(SecretsManagerSettings.of(time, new Random(2)));
        targets.forEach(target -> secrets.answer(
                "CreateSecret",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("Name", NAMES.secret(target.provider().signingKey()))
                        .put("SecretString", target.key())));
        InProcessHttp http = new InProcessHttp(
                new AwsRequests()
                        .serve(AwsApi.SECRETS_MANAGER, reads.of(secrets))
                        .serve(AwsApi.SQS, new StrictSqs(QUEUE_URL, queue, (body, attributes) -> {})),
                time,
                invocations,
                new CallLog(call -> Trouble.NONE),
                () -> {});
        IngestConfig config = new IngestConfig(
                URI.create(QUEUE_URL),
                targets.stream().map(Target::provider).toList(),
                NAMES,
                KeyringSettings.DEFAULT,
                "hookwarden-forged-payloads",
                IngestConfig.LARGEST_PAYLOAD);
        AwsClients clients = new AwsClients(
                Clients.over(http, SecretsManagerClient.builder()),
                Clients.over(http, SqsClient.builder()),
                new S3Access(http, Clients.ANY, Region.US_EAST_1, Optional.of(Clients.ENDPOINT)));
        function = unforgiving(part.apply(new IngestHandler(config, clients, time, line -> {})));
        gateway = new ApiGatewayProxy(function);
    }

    private static RequestStreamHandler unforgiving(RequestStreamHandler function) {
        return (event, answer, context) -> {
            try {
                function.handleRequest(event, answer, context);
            } catch (IOException | RuntimeException fault) {
                throw new AssertionError("ingest threw", fault);
            }
        };
    }

    /**
     * The status that a request is answered with; the queue is emptied behind it.
     *
     * @param name says which request it is
     * @throws AssertionError if the queue got anything but one message for a 200 and none for any other status
     */
    int status(String name, ProxyRequest request) {
        return invoked(name + " " + request, () -> gateway.answer(request).status());
    }

    /** The same for what the function is handed, be it an event or not. */
    int status(byte[] event) {
        return invoked("an event of " + event.length + " bytes", () -> {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                function.handleRequest(new ByteArrayInputStream(event), answer, null);
                return JSON.readTree(answer.toByteArray()).path("statusCode").asInt();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    private int invoked(String what, Supplier<Integer> call) {
        Invocation invocation = new Invocation("ingest", time.instant().plusSeconds(10));
        int status = invocations.run(invocation, call);
        if (queue.size() != (status == 200 ? 1 : 0)) {
            throw new AssertionError(what + " was answered " + status + " and queued " + queue.size() + " times");
        }
        queue.receive(10).forEach(message -> queue.delete(message.receipt()));
        return status;
    }
}
