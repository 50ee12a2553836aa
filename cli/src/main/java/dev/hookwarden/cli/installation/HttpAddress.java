package dev.hookwarden.cli.installation;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Addresses that somebody typed. */
public final class HttpAddress {
    private static final int LAST_PORT = 65_535;

    private HttpAddress() {}

    /** Why nothing can be sent there, without quoting it, for it may hold a password; empty when it can. */
    public static Optional<String> defect(String option, URI address) {
        if (!Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                || address.getHost() == null
                || address.getPort() > LAST_PORT) {
            return Optional.of(option
                    + " takes an address that begins with http:// or https://, as http://127.0.0.1:8080/webhooks");
        }
        return address.getUserInfo() == null
                ? Optional.empty()
                : Optional.of(option + " takes no password in the address");
    }

    /**
     * The address of the local stack's AWS side, as the environment says it.
     *
     * @throws RefusedException if it is none
     */
    public static URI ofEnvironment(String text) {
        try {
            URI address = URI.create(text);
            defect("AWS_ENDPOINT_URL", address).ifPresent(defect -> {
                throw new RefusedException(defect + ".");
            });
            return address;
        } catch (IllegalArgumentException none) {
            throw new RefusedException(
                    "AWS_ENDPOINT_URL is no address. For the local stack it is http://127.0.0.1:4566.");
        }
    }
}
