package dev.hookwarden.cli.listen;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Where copies may be forwarded to. */
final class ForwardAddress {
    private ForwardAddress() {}

    /** Why copies can't be forwarded there; empty when they can. */
    static Optional<String> defect(URI address, boolean allowRemote) {
        if (!Set.of("http", "https").contains(String.valueOf(address.getScheme())) || address.getHost() == null) {
            return Optional.of(
                    "--forward takes an address that begins with http:// or https://, as http://127.0.0.1:8080/webhooks");
        }
        if (address.getUserInfo() != null) {
            return Optional.of("--forward takes no password in the address");
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
