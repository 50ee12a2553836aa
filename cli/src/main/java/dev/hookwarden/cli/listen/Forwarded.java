package dev.hookwarden.cli.listen;

import java.time.Duration;

/** What became of a copy. */
sealed interface Forwarded {
    /** The application answered. */
    record Answered(int status, Duration after) implements Forwarded {}

    /** It could not be forwarded. */
    record Failed(String reason) implements Forwarded {}

    default boolean isTaken() {
        return this instanceof Answered answered && answered.status() / 100 == 2;
    }

    default String words() {
        return switch (this) {
            case Answered answered ->
                answered.status() + "  " + answered.after().toMillis() + " ms";
            case Failed failed -> "not forwarded: " + failed.reason();
        };
    }
}
