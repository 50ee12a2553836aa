package dev.hookwarden.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.ingest.IngestHandler;
import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.local.lambda.LocalContext;
import dev.hookwarden.local.tls.LocalAuthority;
import dev.hookwarden.processor.ProcessorHandler;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.SignatureScheme;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Both functions with the clients that they are deployed with, over TLS to stand-ins that count, on a clock that can be moved on. */
final class CountedFunctions implements AutoCloseable {
    private static final String KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final int BATCH = 10;

    private final MovableClock clock = new MovableClock(InstantSource.system());
    private final LocalAws aws = LocalAws.start(
            new LocalSettings(0, 0, Optional.empty(), Duration.ofMinutes(3), line -> {}, FaultPlan.none()),
            DataFolder.open(Optional.empty()),
            new LocalRotation(),
            clock);

    /** Lambda's own, whose calls are not the functions'. */
    private final SqsClient platform = aws.platform();

    private final TlsWire wire;
    private final DeployedClients clients;
    private final ProcessorHandler processor;
    private IngestHandler ingest;

    CountedFunctions() throws IOException, GeneralSecurityException {
        aws.client(SecretsManagerClient.builder())
                .createSecret(secret ->
                        secret.name("hookwarden/local/zenoo/signing-key").secretString(KEY));
        LocalAuthority authority = LocalAuthority.create(InstantSource.system());
        wire = TlsWire.to(aws.uri(), authority);
        clients = new DeployedClients(wire.uri(), authority);
        processor = new LocalFunctions(aws, clock).processor(clients.processor, line -> {});
        ingest = copyOfIngest();
    }

    private IngestHandler copyOfIngest() {
        return new LocalFunctions(aws, clock).ingest(clients.ingest, line -> {});
    }

    /** With a copy of ingest that has read no key, and nothing in the queue. */
    void startAnew() {
        process();
        ingest = copyOfIngest();
    }

    void moveOn(Duration span) {
        clock.moveOn(span);
    }

    /** What was called meanwhile, and how often. */
    SortedMap<String, Long> callsOf(Runnable what) {
        SortedMap<String, Long> before = aws.calls().all();
        what.run();
        SortedMap<String, Long> made = new TreeMap<>();
        aws.calls().all().forEach((call, count) -> made.put(call, count - before.getOrDefault(call, 0L)));
        made.values().removeIf(count -> count == 0);
        return made;
    }

    /** How many connections were opened meanwhile. */
    int connectionsOf(Runnable what) {
        int before = wire.connections();
        what.run();
        return wire.connections() - before;
    }

    /** The status of a genuine delivery. */
    int deliver(String payload) {
        return send("POST", "zenoo", payload, Optional.of(KEY));
    }

    /** The status of an attempt, signed with this key or not at all. */
    @SuppressWarnings("NullAway") // The context is not looked at.
    int send(String method, String provider, String payload, Optional<String> key) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        SignatureScheme scheme = Provider.ZENOO.scheme();
        ObjectNode event = LocalJson.object().put("httpMethod", method);
        event.putObject("pathParameters").put("provider", provider);
        ObjectNode headers = event.putObject("headers");
        key.ifPresent(signing -> scheme.sign(scheme.signingKey(signing), bytes, "", clock.instant())
                .forEach(headers::put));
        event.putObject("requestContext").put("requestId", "request-1");
        event.put("body", bytes).put("isBase64Encoded", true);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            ingest.handleRequest(
                    new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8)), answer, null);
            return LocalJson.MAPPER
                    .readTree(answer.toByteArray())
                    .path("statusCode")
                    .asInt();
        } catch (IOException e) {
            throw new UncheckedIOException("In memory", e);
        }
    }

    /** As Lambda does with all that is in the queue, batch by batch. */
    void process() {
        for (List<Message> batch = receive(); !batch.isEmpty(); batch = receive()) {
            SQSEvent event = new SQSEvent();
            event.setRecords(batch.stream().map(EventSourceMapping::toRecord).toList());
            assertThat(processor
                            .handleRequest(event, new LocalContext("processor"))
                            .getBatchItemFailures())
                    .isEmpty();
            batch.forEach(message -> platform.deleteMessage(
                    delete -> delete.queueUrl(aws.queueUrl().toString()).receiptHandle(message.receiptHandle())));
        }
    }

    private List<Message> receive() {
        return platform.receiveMessage(
                        request -> request.queueUrl(aws.queueUrl().toString())
                                .maxNumberOfMessages(BATCH)
                                .messageAttributeNames("All")
                                .messageSystemAttributeNamesWithStrings("All"))
                .messages();
    }

    @Override
    public void close() throws IOException {
        clients.close();
        wire.close();
        aws.close();
    }
}
