package dev.hookwarden.cli.capture;

/** A file is no capture. Says where and what was expected, never what stands there: it may be a signature or a key. */
public final class MalformedCaptureException extends RuntimeException {
    MalformedCaptureException(String message) {
        super(message);
    }
}
