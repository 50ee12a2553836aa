package dev.hookwarden.local.aws;

import java.util.Map;

/** One answer of a REST protocol. The array must not be changed. */
@SuppressWarnings("ArrayRecordComponent")
public record RestAnswer(int status, Map<String, String> headers, byte[] body) {
    public RestAnswer {
        headers = Map.copyOf(headers);
    }

    /** Leaves the body out: it may hold personal data. */
    @Override
    public String toString() {
        return "RestAnswer[" + status + ", " + body.length + " bytes]";
    }
}
