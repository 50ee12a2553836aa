package dev.hookwarden.cli.installation;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Addresses that somebody typed. */
public final class HttpAddress {
    /** The highest port that there is. */
    public static final int LAST_PORT = 65_535;

    /** Where the local stack's AWS side answers, unless it was told otherwise. */
    static final URI LOCAL_STACK = URI.create("http://127.0.0.1:4566");

    private static final String VARIABLE = "AWS_ENDPOINT_URL";

    private HttpAddress() {}

    /**
     * Why nothing can be sent there, without quoting it, for it may hold a password; empty when it can.
     *
     * @param example an address that would do
     */
    public static Optional<String> defect(String option, URI address, String example) {
        if (!Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                || address.getHost() == null
                || address.getPort() > LAST_PORT) {
            return Optional.of(option + " takes an address that begins with http:// or https://, as " + example);
        }
        return address.getUserInfo() == null
                ? Optional.empty()
                : Optional.of(option + " takes no password in the address");
    }

    /**
     * The address that {@code AWS_ENDPOINT_URL} has calls go to; empty without that variable.
     *
     * @throws IOException in words that don't quote it, if it is none
     */
    public static Optional<URI> ofEnvironment(Map<String, String> environment) throws IOException {
        Optional<URI> address = environment.containsKey(VARIABLE)
                ? Optional.of(address(environment.getOrDefault(VARIABLE, "")))
                : Optional.empty();
        Optional<String> defect = address.flatMap(given -> defect(VARIABLE, given, LOCAL_STACK.toString()));
        if (defect.isPresent()) {
            throw new IOException(defect.get() + ".");
        }
        return address;
    }

    /** The same, and the local stack's usual address without that variable. */
    public static URI ofLocalStack(Map<String, String> environment) throws IOException {
        return ofEnvironment(environment).orElse(LOCAL_STACK);
    }

    private static URI address(String text) throws IOException {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException none) {
            // Its message quotes the text.
            throw new IOException(VARIABLE + " is no address; one is " + LOCAL_STACK + ".");
        }
    }
}
