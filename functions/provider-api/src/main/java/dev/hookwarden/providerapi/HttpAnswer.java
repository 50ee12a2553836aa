package dev.hookwarden.providerapi;

import dev.hookwarden.delivery.Payload;
import java.net.http.HttpHeaders;

/** What came back of one HTTP call. */
public sealed interface HttpAnswer {
    /** The status; 0 when none came. */
    int status();

    /** An answer with all of its body. */
    record Whole(int status, HttpHeaders headers, Payload body) implements HttpAnswer {
        /** Without headers and body, which may hold what must not be logged. */
        @Override
        public String toString() {
            return "Whole[" + status + "]";
        }
    }

    /** No answer, or a part of one. */
    record Broken(int status, Trouble trouble) implements HttpAnswer {}
}
