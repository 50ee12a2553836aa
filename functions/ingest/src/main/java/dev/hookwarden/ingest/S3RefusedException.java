package dev.hookwarden.ingest;

import java.io.IOException;

/** S3 answered with a status that the same request would get again: a permission, the bucket or its key is missing. */
final class S3RefusedException extends IOException {
    S3RefusedException(int status) {
        super("S3 answered " + status);
    }
}
