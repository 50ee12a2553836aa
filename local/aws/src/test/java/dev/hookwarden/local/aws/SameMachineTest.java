package dev.hookwarden.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameMachineTest {
    private static final String OWN = "127.0.0.1:3000";

    private static HttpServer server;

    @BeforeAll
    static void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                })
                .getFilters()
                .add(SameMachine.forPages());
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", OWN, "localhost:3000", "[::1]:3000"})
    void answersUnderItsOwnNames(String host) throws IOException {
        assertThat(status("GET", "Host: " + host)).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rebound.example", "127.0.0.1.rebound.example", "localhost.example:3000", "10.0.0.1", ""})
    void doesNotAnswerUnderANameFromElsewhere(String host) throws IOException {
        assertThat(status("GET", "Host: " + host)).isEqualTo(403);
    }

    @Test
    void doesForAProgramWhatItAsks() throws IOException {
        assertThat(status("POST", "Host: " + OWN)).isEqualTo(204);
    }

    @Test
    void doesForItsOwnPageWhatItAsks() throws IOException {
        assertThat(status("POST", "Host: " + OWN, "Origin: http://" + OWN, "Sec-Fetch-Site: same-origin"))
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://elsewhere.example",
                "Origin: null",
                "Origin: http://127.0.0.1:8080",
                "Origin: https://127.0.0.1:3000",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void doesNothingForAPageFromElsewhere(String mark) throws IOException {
        assertThat(status("POST", "Host: " + OWN, mark)).isEqualTo(403);
        assertThat(status("DELETE", "Host: " + OWN, mark)).isEqualTo(403);
    }

    @Test
    void letsALinkFromElsewhereLeadHere() throws IOException {
        assertThat(status("GET", "Host: " + OWN, "Sec-Fetch-Site: cross-site")).isEqualTo(204);
    }

    /** The JDK's client doesn't let its callers choose these headers. */
    private static int status(String method, String... headers) throws IOException {
        try (Socket socket =
                new Socket(server.getAddress().getAddress(), server.getAddress().getPort())) {
            String request = method + " / HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return Integer.parseInt(line.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        }
    }
}
