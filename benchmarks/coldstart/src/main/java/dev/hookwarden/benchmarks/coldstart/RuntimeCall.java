package dev.hookwarden.benchmarks.coldstart;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Something that a function's runtime asked of the Runtime API, or told it, and that waits for an answer.
 *
 * @param path what stands behind {@code /2018-06-01/runtime/}
 * @param nanoTime when it had arrived whole
 */
record RuntimeCall(String path, String body, long nanoTime, HttpExchange exchange) {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    boolean isNext() {
        return path.equals("invocation/next");
    }

    boolean isRestore() {
        return path.equals("restore/next");
    }

    boolean isAnswer() {
        return path.startsWith("invocation/") && path.endsWith("/response");
    }

    /** Whether a receiver says that it has queued its delivery. */
    boolean isAcceptance() {
        return isAnswer() && body.contains("\"statusCode\":200");
    }

    boolean isError() {
        return path.startsWith("invocation/") && path.endsWith("/error");
    }

    /** Hands over an event to work on, and says when. */
    long invoke(String event) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", "00000000-0000-4000-8000-000000000000");
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + DEADLINE.toMillis()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:000000000000:function:cold");
        long before = System.nanoTime();
        answer(200, event.getBytes(StandardCharsets.UTF_8));
        return before;
    }

    /** Lets the runtime go on. */
    void accept(int status) throws IOException {
        answer(status, new byte[0]);
    }

    private void answer(int status, byte[] content) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        }
    }
}
