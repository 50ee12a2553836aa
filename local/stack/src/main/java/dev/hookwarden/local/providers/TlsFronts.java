package dev.hookwarden.local.providers;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.hookwarden.local.tls.LocalAuthority;
import dev.hookwarden.local.tls.LocalServer;
import dev.hookwarden.local.tls.ServerCertificate;
import dev.hookwarden.provider.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The simulated providers over HTTPS, each on a port of its own; nothing is opened or made before somebody asks. */
final class TlsFronts implements AutoCloseable {
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, HttpsServer> servers = new HashMap<>();
    private @Nullable LocalAuthority authority;

    TlsFronts(InstantSource clock) {
        this.clock = clock;
    }

    /** Who signs what is shown. */
    synchronized LocalAuthority authority() {
        LocalAuthority made = authority;
        if (made == null) {
            made = LocalAuthority.create(clock);
            authority = made;
        }
        return made;
    }

    /** Shows a new certificate of this kind from now on, at the same address as before; open connections are closed. */
    synchronized TlsFront show(Provider provider, ServerCertificate certificate, HttpHandler handler) {
        LocalServer shown = authority().server(certificate);
        int port = stop(provider);
        HttpsServer server = open(port, shown, handler);
        servers.put(provider.id(), server);
        String address = "https://localhost:" + server.getAddress().getPort() + SimulatedProviders.PATH + provider.id();
        return new TlsFront(URI.create(address + provider.api().baseUrl().getPath()), shown.certificate());
    }

    /** The port that the provider was served on; 0, for any free one, if it wasn't. */
    private int stop(Provider provider) {
        HttpsServer before = servers.remove(provider.id());
        if (before == null) {
            return 0;
        }
        before.stop(0);
        return before.getAddress().getPort();
    }

    private HttpsServer open(int port, LocalServer shown, HttpHandler handler) {
        try {
            var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
            HttpsServer server = HttpsServer.create(address, 0);
            server.setHttpsConfigurator(new HttpsConfigurator(shown.context()));
            server.setExecutor(threads);
            server.createContext(SimulatedProviders.PATH, handler);
            server.start();
            return server;
        } catch (IOException refused) {
            throw new UncheckedIOException("No port can be opened for a provider over HTTPS", refused);
        }
    }

    @Override
    public synchronized void close() {
        servers.values().forEach(server -> server.stop(0));
        threads.shutdownNow();
    }
}
