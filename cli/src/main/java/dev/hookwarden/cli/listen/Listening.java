package dev.hookwarden.cli.listen;

import dev.hookwarden.delivery.Payload;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.model.Message;

/** Takes copies and forwards them, one after the other, until it is enough. */
final class Listening {
    private static final Duration BETWEEN_RENEWALS = Duration.ofMinutes(10);

    private final Copies copies;
    private final S3Client s3;
    private final Forwarder forwarder;
    private final Report report;
    private final PrintWriter err;
    private final InstantSource clock;
    private Instant renewed;
    private long taken;
    private long failed;

    Listening(Copies copies, S3Client s3, Forwarder forwarder, Report report, PrintWriter err, InstantSource clock) {
        this.copies = copies;
        this.s3 = s3;
        this.forwarder = forwarder;
        this.report = report;
        this.err = err;
        this.clock = clock;
        this.renewed = clock.instant();
    }

    /** Goes on until so many copies were dealt with; says whether the application took all of them. */
    boolean goOn(long most) throws InterruptedException {
        while (wantsMore(most)) {
            for (Message message : copies.receive()) {
                if (wantsMore(most)) {
                    handle(message);
                    copies.delete(message);
                }
            }
            renew();
        }
        return failed == 0;
    }

    private boolean wantsMore(long most) {
        return taken + failed < most;
    }

    private void handle(Message message) throws InterruptedException {
        try {
            Copy copy = copy(ReceivedEvent.read(message.body()));
            Forwarded forwarded = forwarder.forward(copy);
            report.tell(copy, forwarded);
            count(forwarded.isTaken());
        } catch (IOException | DateTimeException unreadable) {
            err.println("hookwarden: a copy was left out: " + unreadable.getMessage());
            err.flush();
            count(false);
        }
    }

    private Copy copy(ReceivedEvent event) throws IOException {
        return event.with(event.isReference() ? stored(event) : event.embedded());
    }

    private Payload stored(ReceivedEvent event) throws IOException {
        try {
            return Payload.of(
                    s3.getObjectAsBytes(get -> get.bucket(event.bucket()).key(event.key()))
                            .asByteArray());
        } catch (SdkException unavailable) {
            throw new IOException(
                    "its payload is in the bucket, and can't be read from there; that needs s3:GetObject on "
                            + event.bucket() + " and kms:Decrypt");
        }
    }

    private void count(boolean wasTaken) {
        if (wasTaken) {
            taken++;
        } else {
            failed++;
        }
    }

    private void renew() {
        Instant now = clock.instant();
        if (now.isAfter(renewed.plus(BETWEEN_RENEWALS))) {
            copies.renew(now);
            renewed = now;
        }
    }
}
