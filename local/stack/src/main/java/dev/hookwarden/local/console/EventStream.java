package dev.hookwarden.local.console;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Server-sent events for one page (html.spec.whatwg.org/multipage/server-sent-events.html): each part at once, and again when it has changed. A
 * page that connects again has missed nothing, because a part is always whole.
 */
final class EventStream {
    /** A page that has gone is noticed by writing to it. */
    private static final long SIGN_OF_LIFE = Duration.ofSeconds(10).dividedBy(LivePart.TICK);

    private final List<LivePart> parts;
    private final Map<String, String> sent = new HashMap<>();
    private final OutputStream out;

    private EventStream(List<LivePart> parts, OutputStream out) {
        this.parts = parts;
        this.out = out;
    }

    /** Goes on until the page leaves or the thread is interrupted. */
    static void serve(List<LivePart> parts, HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            new EventStream(parts, out).run();
        }
    }

    private void run() throws IOException {
        write("retry: 1000\n\n");
        for (long tick = 0; !Thread.currentThread().isInterrupted(); tick++) {
            for (LivePart part : parts) {
                if (part.isDue(tick)) {
                    sendIfChanged(part.name(), part.state().get().toString());
                }
            }
            if (tick % SIGN_OF_LIFE == 0) {
                write(":\n\n");
            }
            LockSupport.parkNanos(LivePart.TICK.toNanos());
        }
    }

    /** A JSON text has no line break outside of its strings, and within them it is escaped. */
    private void sendIfChanged(String name, String json) throws IOException {
        if (!json.equals(sent.put(name, json))) {
            write("event: " + name + "\ndata: " + json + "\n\n");
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
