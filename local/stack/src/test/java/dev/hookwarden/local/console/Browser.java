package dev.hookwarden.local.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A headless Chromium, driven by the WebDriver protocol (w3.org/TR/webdriver2). */
final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Without these Chromium asks for hosts of its maker's at every start. */
    private static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final ChromeDriver driver;
    private final HttpClient http;
    private final URI session;

    private Browser(ChromeDriver driver, HttpClient http, URI session) {
        this.driver = driver;
        this.http = http;
        this.session = session;
    }

    /** What is missing for a browser on this machine; empty when nothing is. */
    static Optional<String> missing() {
        return Stream.of("chromium", "chromedriver")
                .filter(program -> find(program).isEmpty())
                .findFirst()
                .map(program -> program + " is not installed (Debian: apt-get install chromium chromium-driver)");
    }

    /** Starts one with an empty profile in this folder. */
    static Browser start(Path profile) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        ChromeDriver driver = ChromeDriver.start(find("chromedriver").orElseThrow());
        ObjectNode match = JSON.createObjectNode();
        match.putObject("goog:loggingPrefs").put("browser", "ALL");
        ObjectNode options = match.putObject("goog:chromeOptions")
                .put("binary", find("chromium").orElseThrow().toString());
        ArrayNode arguments = options.putArray("args").add("--user-data-dir=" + profile);
        QUIET.forEach(arguments::add);
        ObjectNode wanted = JSON.createObjectNode();
        wanted.putObject("capabilities").set("alwaysMatch", match);
        String id = post(http, driver.url().resolve("/session"), wanted)
                .path("sessionId")
                .asText();
        return new Browser(driver, http, driver.url().resolve("/session/" + id));
    }

    private static Optional<Path> find(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void open(URI page) throws IOException, InterruptedException {
        command("url", JSON.createObjectNode().put("url", page.toString()));
    }

    /** What this script returns, run in the page. */
    JsonNode run(String script, Object... arguments) throws IOException, InterruptedException {
        return command("execute/sync", script(script, arguments));
    }

    /** What this expression gives as soon as that is neither false nor nothing; fails after 30 seconds. */
    JsonNode await(String expression) throws IOException, InterruptedException {
        return command("execute/async", script("""
                const done = arguments[0];
                const look = () => { const found = (%s); found ? done(found) : setTimeout(look, 20); };
                look();
                """.formatted(expression)));
    }

    /** Presses these keys, one after another. What WebDriver calls Enter, Escape and Tab is U+E007, U+E00C and U+E004. */
    void press(String... keys) throws IOException, InterruptedException {
        ObjectNode actions = JSON.createObjectNode();
        ObjectNode keyboard =
                actions.putArray("actions").addObject().put("type", "key").put("id", "keyboard");
        ArrayNode strokes = keyboard.putArray("actions");
        for (String key : keys) {
            strokes.addObject().put("type", "keyDown").put("value", key);
            strokes.addObject().put("type", "keyUp").put("value", key);
        }
        command("actions", actions);
    }

    /** Has the system prefer this, as {@code prefers-color-scheme} {@code dark}. */
    void prefer(String feature, String value) throws IOException, InterruptedException {
        devTools("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    void resize(int width, int height) throws IOException, InterruptedException {
        devTools(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What is to be seen, as PNG. */
    byte[] picture() throws IOException, InterruptedException {
        return Base64.getDecoder()
                .decode(devTools("Page.captureScreenshot", Map.of("format", "png"))
                        .path("data")
                        .asText());
    }

    /** What was written to the page's console since this was asked last: errors of scripts, loads and policies among it. */
    List<String> complaints() throws IOException, InterruptedException {
        return command("se/log", JSON.createObjectNode().put("type", "browser")).findValuesAsText("message");
    }

    private JsonNode devTools(String command, Map<String, ?> parameters) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("cmd", command);
        body.set("params", JSON.valueToTree(parameters));
        return command("goog/cdp/execute", body);
    }

    private static ObjectNode script(String script, Object... arguments) {
        ObjectNode body = JSON.createObjectNode().put("script", script);
        body.set("args", JSON.valueToTree(arguments));
        return body;
    }

    private JsonNode command(String name, ObjectNode body) throws IOException, InterruptedException {
        return post(http, URI.create(session + "/" + name), body);
    }

    private static JsonNode post(HttpClient http, URI url, ObjectNode body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return value(http.send(request, BodyHandlers.ofString()).body());
    }

    private static JsonNode value(String answer) throws IOException {
        JsonNode value = JSON.readTree(answer).path("value");
        if (value.has("error")) {
            throw new IOException(
                    value.path("error").asText() + ": " + value.path("message").asText());
        }
        return value;
    }

    /** Ends it; the driver alone would leave Chromium behind. */
    @Override
    public void close() throws IOException {
        try (driver;
                http) {
            HttpRequest end = HttpRequest.newBuilder(session).DELETE().build();
            value(http.sendAsync(end, BodyHandlers.ofString()).join().body());
        }
    }
}
