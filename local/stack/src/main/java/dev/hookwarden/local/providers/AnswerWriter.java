package dev.hookwarden.local.providers;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Sends an answer, as badly as planned. */
final class AnswerWriter {
    private AnswerWriter() {}

    static void write(HttpExchange exchange, ApiAnswer answer, PlannedFaults fault) throws IOException {
        pause(fault.latencyMs());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        int missing = fault.body() == BodyFault.TRUNCATED ? 1 : 0;
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length + missing);
        OutputStream out = exchange.getResponseBody();
        if (fault.body() == BodyFault.TRICKLED) {
            // The head is there at once.
            out.flush();
            for (byte each : body) {
                pause(fault.paceMs());
                out.write(each);
                out.flush();
            }
        } else {
            out.write(body);
            out.flush();
        }
    }

    private static void pause(int milliseconds) {
        LockSupport.parkNanos(Duration.ofMillis(milliseconds).toNanos());
    }
}
