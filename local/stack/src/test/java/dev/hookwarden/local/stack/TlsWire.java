package dev.hookwarden.local.stack;

import dev.hookwarden.local.tls.LocalAuthority;
import dev.hookwarden.local.tls.ServerCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;

/** Puts TLS in front of a plain server, byte for byte, and counts the connections. */
final class TlsWire implements AutoCloseable {
    private final URI plain;
    private final SSLServerSocket door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger connections = new AtomicInteger();

    private TlsWire(URI plain, SSLServerSocket door) {
        this.plain = plain;
        this.door = door;
    }

    static TlsWire to(URI plain, LocalAuthority authority) throws IOException {
        SSLServerSocket door = (SSLServerSocket) authority
                .server(ServerCertificate.VALID)
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        TlsWire wire = new TlsWire(plain, door);
        wire.threads.execute(wire::accept);
        return wire;
    }

    URI uri() {
        return URI.create("https://127.0.0.1:" + door.getLocalPort());
    }

    /** How many were opened so far. */
    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                connections.incrementAndGet();
                Socket server = new Socket(plain.getHost(), plain.getPort());
                server.setTcpNoDelay(true);
                threads.execute(() -> pump(client, server));
                threads.execute(() -> pump(server, client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException over) {
            // One side has hung up, which ends the other.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
