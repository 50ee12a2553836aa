package dev.hookwarden.ingest;

import dev.hookwarden.http.Headers;

/**
 * One HTTP try of a delivery, as API Gateway hands it over; nothing of it is verified yet.
 *
 * @param requestId the gateway's id of this try; a client may choose it, so it serves for finding lines and nothing else
 * @param providerId what the path says; may name no provider
 * @param body the body as it stands in the event
 * @param bodyIsBase64 whether the body's bytes are that text decoded, rather than its UTF-8 form
 * @param sourceIp the address of the peer, as the gateway saw it
 */
record Attempt(
        String requestId,
        String method,
        String providerId,
        Headers headers,
        String body,
        boolean bodyIsBase64,
        String sourceIp) {
    /** Without the body and the headers' values. */
    @Override
    public String toString() {
        return "Attempt[" + requestId + "]";
    }
}
