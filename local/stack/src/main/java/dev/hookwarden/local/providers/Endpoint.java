package dev.hookwarden.local.providers;

import java.util.regex.Pattern;

/**
 * One documented endpoint.
 *
 * @param path matches the whole path
 * @param endpointClass whose limit it counts against
 * @param permission what a key needs for it, as {@code contacts}
 */
record Endpoint(String method, Pattern path, String endpointClass, String permission, Kind kind) {
    /** What it does. */
    enum Kind {
        /** Lists a collection. */
        LIST,
        /** Reads one thing, which somebody must have put there. */
        READ,
        /** Reads a result by its pull token. */
        PULL,
        /** Makes a thing. */
        CREATE,
        /** Changes a thing. */
        CHANGE
    }

    boolean isAt(String otherMethod, String otherPath) {
        return method.equals(otherMethod) && path.matcher(otherPath).matches();
    }
}
