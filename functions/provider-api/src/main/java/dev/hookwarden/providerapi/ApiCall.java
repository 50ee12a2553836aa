package dev.hookwarden.providerapi;

/**
 * One call of an operation.
 *
 * @param operation its name for the log and the metrics, as {@code list-cases}
 * @param method the HTTP method
 * @param pathAndQuery below the API's base address; may hold what must not be logged
 * @param endpointClass whose limit it counts against
 * @param reader what its body must be
 * @param <T> what a checked body is read into
 */
public record ApiCall<T>(
        String operation, String method, String pathAndQuery, String endpointClass, BodyReader<T> reader) {
    /** Without the path, which may hold a pull token. */
    @Override
    public String toString() {
        return "ApiCall[" + operation + "]";
    }
}
