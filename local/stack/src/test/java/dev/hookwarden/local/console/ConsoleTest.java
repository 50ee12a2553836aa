package dev.hookwarden.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import dev.hookwarden.signing.KeyDefect;
import dev.hookwarden.signing.UnusableKeyException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final AtomicInteger state = new AtomicInteger(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        new Console()
                .state("number", () -> IntNode.valueOf(state.get()))
                .live("number", Duration.ofMillis(250), () -> IntNode.valueOf(state.get()))
                .live("text", Duration.ofMillis(250), () -> JSON.textNode("one\ntwo"))
                .details("squares", ConsoleTest::square)
                .action("add", input -> IntNode.valueOf(state.addAndGet(input.asInt())))
                .action("fail", input -> {
                    throw new ActionRefusedException("not today");
                })
                .action("send", input -> {
                    throw new UnusableKeyException(KeyDefect.PLACEHOLDER);
                })
                .serveOn(server);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
        http.shutdownNow();
    }

    private static IntNode square(String id) {
        if (!id.matches("[0-9]+")) {
            throw new ActionRefusedException("no number");
        }
        return IntNode.valueOf(Integer.parseInt(id) * Integer.parseInt(id));
    }

    @Test
    void givesAState() throws Exception {
        assertThat(get("number").body()).isEqualTo("1");
    }

    @Test
    void givesDetails() throws Exception {
        assertThat(get("squares/7").body()).isEqualTo("49");
    }

    @Test
    void saysWhyThereAreNoDetails() throws Exception {
        HttpResponse<String> answer = get("squares/x");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"error\":\"no number\"}");
    }

    @Test
    void performsAnAction() throws Exception {
        assertThat(post("add", "41").body()).isEqualTo("42");
    }

    @Test
    void saysWhyAnActionWasRefused() throws Exception {
        HttpResponse<String> answer = post("fail", "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"error\":\"not today\"}");
    }

    @Test
    void saysWhatToDoWhenNoKeySigns() throws Exception {
        HttpResponse<String> answer = post("send", "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("no key to sign with", "submit a new one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "nothing/1", "index.html/1"})
    void namesWhatThereIs(String unknown) throws Exception {
        HttpResponse<String> answer = get(unknown);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).startsWith("{\"error\":\"There are ");
    }

    @ParameterizedTest
    @CsvSource({"number, 200", "'', 200", "main.js, 200", "nothing, 404"})
    void givesTheHeadOfWhatItWouldGive(String path, int status) throws Exception {
        List<String> warnings = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger("com.sun.net.httpserver");
        Handler handler = noting(warnings);
        logger.addHandler(handler);
        try {
            HttpResponse<String> head =
                    http.send(HttpRequest.newBuilder(url(path)).HEAD().build(), BodyHandlers.ofString());
            assertThat(head.statusCode()).isEqualTo(status);
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValue("Content-Length"))
                    .isEqualTo(get(path).headers().firstValue("Content-Length"));
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(warnings).isEmpty();
    }

    private static Handler noting(List<String> warnings) {
        return new StreamHandler() {
            @Override
            public synchronized void publish(LogRecord logged) {
                warnings.add(logged.getMessage());
            }
        };
    }

    @Test
    void performsNothingWithGet() throws Exception {
        assertThat(get("add").statusCode()).isEqualTo(404);
        assertThat(state).hasValue(1);
    }

    @Test
    void servesItsPageAndLetsItLoadNothingFromElsewhere() throws Exception {
        HttpResponse<String> page = get("");

        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValue(
                        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:;"
                                + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(page.body())
                .doesNotContain("<style", " style=", " onclick=")
                .doesNotContainPattern("<script(?! (type=\"module\" )?src=)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"look.css", "main.js", "mark.svg"})
    void servesThePagesFiles(String file) throws Exception {
        assertThat(get(file).statusCode()).isEqualTo(200);
    }

    @Test
    void leavesNothingInACache() throws Exception {
        assertThat(get("number").headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void streamsEachPartWholeAndAgainWhenItHasChanged() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url("live")).build();
        HttpResponse<InputStream> stream = http.send(request, BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(stream.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(linesOf(lines, 10))
                    .containsExactly(
                            "retry: 1000",
                            "",
                            "event: number",
                            "data: 1",
                            "",
                            "event: text",
                            "data: \"one\\ntwo\"",
                            "",
                            ":",
                            "");
            state.set(2);
            assertThat(linesOf(lines, 3)).containsExactly("event: number", "data: 2", "");
        }
    }

    private static List<String> linesOf(BufferedReader lines, int count) throws IOException {
        List<String> read = new ArrayList<>();
        while (read.size() < count) {
            read.add(lines.readLine());
        }
        return read;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(url(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(url(path))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + Console.PATH + path);
    }
}
