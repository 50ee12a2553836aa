package dev.hookwarden.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.JsonEventLog;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.secrets.SecretsManagerKeyrings;
import dev.hookwarden.verification.Verifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.crac.Core;
import org.crac.Resource;

/** Lambda's entry: an API Gateway REST proxy event in, its answer out. Throws for nothing that a sender could send. */
public final class IngestHandler implements RequestStreamHandler, Resource {
    private final SecretsManagerKeyrings keyrings;
    private final Receiver receiver;
    private final EventLog log;

    /** Wires the function from its environment, as Lambda starts it. */
    public IngestHandler() {
        this(
                IngestConfig.from(System.getenv()),
                AwsClients.create(),
                InstantSource.system(),
                new JsonEventLog(System.out, InstantSource.system()));
    }

    /** Wires the function from these parts, as the local stack and the tests start it. */
    public IngestHandler(IngestConfig config, AwsClients aws, InstantSource clock, EventLog log) {
        this.keyrings = new SecretsManagerKeyrings(
                aws.secrets(),
                config.secretNames(),
                config.keyring(),
                clock,
                () -> ThreadLocalRandom.current().nextDouble(),
                log);
        this.receiver = new Receiver(
                config.providers(),
                config.payloadLimit(),
                new Verifier(keyrings),
                new SqsDeliveryQueue(
                        aws.sqs(), config.queueUrl(), new S3PayloadStore(aws.s3(), config.payloadBucket())),
                log,
                clock,
                () -> UUID.randomUUID().toString());
        this.log = log;
        Core.getGlobalContext().register(this);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        answerTo(event).writeTo(answer);
    }

    private Answer answerTo(InputStream event) {
        try {
            return receiver.receive(ApiGatewayEvent.read(event));
        } catch (IOException malformed) {
            log.write(LogLine.of(LogEvent.REQUEST_REFUSED)
                    .with("reason", RequestRefusal.EVENT_MALFORMED)
                    .with("status", RequestRefusal.EVENT_MALFORMED.status()));
            return Answer.refusing(RequestRefusal.EVENT_MALFORMED);
        }
    }

    /** Nothing secret was read before a snapshot; there is nothing to put away. */
    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {}

    /** A snapshot may be older than any key in it. */
    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        keyrings.forget();
    }
}
