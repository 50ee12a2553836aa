package dev.hookwarden.ingest;

import dev.hookwarden.http.Headers;

/**
 * One HTTP try of a delivery, as API Gateway hands it over; nothing of it is verified yet.
 *
 * @param id the gateway's request id
 * @param providerId what the path says; may name no provider
 * @param body the body as it stands in the event
 * @param bodyIsBase64 whether the body's bytes are that text decoded, rather than its UTF-8 form
 * @param sourceIp the address of the peer, as the gateway saw it
 */
record Attempt(
        String id,
        String method,
        String providerId,
        Headers headers,
        String body,
        boolean bodyIsBase64,
        String sourceIp) {
    /** Without the body and the headers' values. */
    @Override
    public String toString() {
        return "Attempt[" + id + "]";
    }
}
