package dev.hookwarden.local.aws.sqs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One queue: its name, how long a received message stays hidden, and where it goes after too many receives. */
public record QueueSettings(
        String name, Duration visibility, @Nullable Redrive redrive) {

    /** After {@code maxReceiveCount} receives a message moves to the queue {@code deadLetterName}. */
    public record Redrive(int maxReceiveCount, String deadLetterName) {}

    /** A queue that keeps its messages until they are deleted. */
    public static QueueSettings of(String name, Duration visibility) {
        return new QueueSettings(name, visibility, null);
    }

    /** The same queue, with a dead-letter queue, which must be created before it. */
    public QueueSettings withDeadLetters(String deadLetterName, int maxReceiveCount) {
        return new QueueSettings(name, visibility, new Redrive(maxReceiveCount, deadLetterName));
    }
}
