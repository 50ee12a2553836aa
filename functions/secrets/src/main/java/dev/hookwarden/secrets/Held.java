package dev.hookwarden.secrets;

import java.time.Instant;

/** What was read at one moment, with the times that bound its use. */
interface Held {
    /** Whether it may be used at this moment, and there is something to use. */
    boolean serves(Instant now);

    /** Whether it should be read again. */
    boolean isDue(Instant now);
}
