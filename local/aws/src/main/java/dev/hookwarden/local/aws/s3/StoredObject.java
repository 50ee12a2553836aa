package dev.hookwarden.local.aws.s3;

import java.time.Instant;
import java.util.Map;

/**
 * An object as it is kept. The array must not be changed.
 *
 * @param checksums the checksum headers that came with it
 */
@SuppressWarnings("ArrayRecordComponent")
record StoredObject(byte[] bytes, String contentType, Map<String, String> checksums, Instant modifiedAt) {
    StoredObject {
        checksums = Map.copyOf(checksums);
    }

    /** Leaves the bytes out: they may be personal data. */
    @Override
    public String toString() {
        return "StoredObject[" + bytes.length + " bytes]";
    }
}
