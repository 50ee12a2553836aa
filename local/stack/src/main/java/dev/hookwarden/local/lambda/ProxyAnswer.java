package dev.hookwarden.local.lambda;

import java.util.Map;

/**
 * What the gateway answers; the body is text.
 *
 * @param responseType what {@code $context.error.responseType} says of an answer of the gateway's own, else {@value #OF_THE_FUNCTION}
 */
public record ProxyAnswer(int status, String responseType, Map<String, String> headers, String body) {
    static final String OF_THE_FUNCTION = "-";

    public ProxyAnswer {
        headers = Map.copyOf(headers);
    }

    /** The answer when the function is gone. */
    public static ProxyAnswer timedOut() {
        return new ProxyAnswer(504, OF_THE_FUNCTION, Map.of(), "");
    }
}
