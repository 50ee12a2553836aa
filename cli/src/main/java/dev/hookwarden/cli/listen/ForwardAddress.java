package dev.hookwarden.cli.listen;

import dev.hookwarden.cli.installation.HttpAddress;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;

/** Where copies may be forwarded to. */
final class ForwardAddress {
    private ForwardAddress() {}

    /** Why copies can't be forwarded there; empty when they can. */
    static Optional<String> defect(URI address, boolean allowRemote) {
        Optional<String> defect = HttpAddress.defect("--forward", address, "http://127.0.0.1:8080/webhooks");
        if (defect.isPresent()) {
            return defect;
        }
        return allowRemote || isLoopback(address.getHost())
                ? Optional.empty()
                : Optional.of("--forward would send payloads to another machine, " + address.getHost()
                        + "; say --allow-remote if they may go there");
    }

    /** By what is written, not by what a name leads to. */
    private static boolean isLoopback(String host) {
        try {
            return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }
}
