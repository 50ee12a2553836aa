package dev.hookwarden.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Secrets Manager with one key in every secret, SQS that forgets what it takes, and a source of credentials that open nothing; for this machine
 * alone, and while it is open.
 */
final class RehearsalEndpoint implements AutoCloseable {
    private static final String VERSION = "00000000-0000-4000-8000-000000000000";
    private static final String TARGET = "x-amz-target:";
    private static final String LENGTH = "content-length:";

    /** Whoever asks without one asks for credentials. */
    private static final String NO_TARGET = "";

    private final ServerSocket socket;
    private final Map<String, String> answers;

    private RehearsalEndpoint(ServerSocket socket, String key) {
        this.socket = socket;
        this.answers = Map.of(
                "secretsmanager.DescribeSecret",
                "{\"Name\":\"rehearsal\",\"VersionIdsToStages\":{\"" + VERSION + "\":[\"AWSCURRENT\"]}}",
                "secretsmanager.GetSecretValue",
                "{\"Name\":\"rehearsal\",\"VersionId\":\"" + VERSION + "\",\"CreatedDate\":1,\"SecretString\":\"" + key
                        + "\"}",
                "AmazonSQS.SendMessage",
                "{\"MessageId\":\"" + VERSION + "\"}",
                NO_TARGET,
                """
                {"AccessKeyId":"rehearsal","SecretAccessKey":"rehearsal","Token":"rehearsal",\
                "Expiration":"2100-01-01T00:00:00Z"}""");
    }

    /**
     * Opens it.
     *
     * @param key the value of every secret
     */
    static RehearsalEndpoint open(String key) throws IOException {
        RehearsalEndpoint endpoint =
                new RehearsalEndpoint(new ServerSocket(0, 0, InetAddress.ofLiteral("127.0.0.1")), key);
        Thread.ofVirtual().start(endpoint::accept);
        return endpoint;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException closed) {
            // It is over.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            while (answer(in, connection.getOutputStream())) {
                // The next on this connection.
            }
        } catch (IOException closed) {
            // Whoever rehearses sees it.
        }
    }

    /** Whether there was a request. */
    private boolean answer(InputStream in, OutputStream out) throws IOException {
        if (line(in).isEmpty()) {
            return false;
        }
        String target = NO_TARGET;
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith(TARGET)) {
                target = line.substring(TARGET.length()).strip();
            } else if (lower.startsWith(LENGTH)) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
        }
        in.skipNBytes(length);
        String body = answers.getOrDefault(target, "{}");
        out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII));
        return true;
    }

    /** The next line without its end; empty at the end of the headers, and of everything. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
