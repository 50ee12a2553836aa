package dev.hookwarden.ingest;

/** Why an attempt was refused before its signature was looked at. The sender may know: none of it concerns the signature. */
enum RequestRefusal {
    EVENT_MALFORMED(400, "This is not a request that the gateway forwards"),
    BODY_MALFORMED(400, "The body can't be decoded"),
    PAYLOAD_EMPTY(400, "The body is empty; a delivery has a payload"),
    PROVIDER_UNKNOWN(404, "No such webhook address"),
    METHOD_NOT_ALLOWED(405, "Deliveries are sent with POST"),
    PAYLOAD_TOO_LARGE(413, "The body is larger than this endpoint accepts"),
    CONTENT_ENCODING_UNSUPPORTED(415, "Send the body without Content-Encoding: its exact bytes are what is signed");

    private final int status;
    private final String message;

    RequestRefusal(int status, String message) {
        this.status = status;
        this.message = message;
    }

    int status() {
        return status;
    }

    String message() {
        return message;
    }
}
