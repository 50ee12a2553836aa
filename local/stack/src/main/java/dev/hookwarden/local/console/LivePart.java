package dev.hookwarden.local.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A part of the page that is sent again, whole, whenever it has changed.
 *
 * @param name the name of the event that carries it
 * @param every how often to look; a multiple of {@link #TICK}
 */
record LivePart(String name, Duration every, Supplier<? extends JsonNode> state) {
    static final Duration TICK = Duration.ofMillis(250);

    boolean isDue(long tick) {
        return tick % every.dividedBy(TICK) == 0;
    }
}
