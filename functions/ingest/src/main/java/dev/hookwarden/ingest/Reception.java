package dev.hookwarden.ingest;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.secrets.SecretsManagerKeyrings;
import dev.hookwarden.verification.Verifier;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/** The function's parts put together: an event in, its answer out. */
final class Reception {
    private final SecretsManagerKeyrings keyrings;
    private final Receiver receiver;
    private final EventLog log;

    Reception(IngestConfig config, AwsClients aws, InstantSource clock, EventLog log) {
        // Not the random numbers of a thread, of which all copies that are restored from one snapshot would have the
        // same.
        SecureRandom random = new SecureRandom();
        this.keyrings = new SecretsManagerKeyrings(
                aws.secrets(), config.secretNames(), config.keyring(), clock, random::nextDouble, log);
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
    }

    Answer answerTo(InputStream event) {
        try {
            return receiver.receive(ApiGatewayEvent.read(event));
        } catch (IOException malformed) {
            log.write(LogLine.of(LogEvent.REQUEST_REFUSED)
                    .with("reason", RequestRefusal.EVENT_MALFORMED)
                    .with("status", RequestRefusal.EVENT_MALFORMED.status()));
            return Answer.refusing(RequestRefusal.EVENT_MALFORMED);
        }
    }

    /** Drops every key that is held. */
    void forget() {
        keyrings.forget();
    }
}
