package dev.hookwarden.local.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page's own files, read once. */
final class PageFiles {
    private static final String INDEX = "index.html";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, HttpAnswer> files = Stream.of(
                    INDEX,
                    "mark.svg",
                    "look.css",
                    "layout.css",
                    "theme.js",
                    "main.js",
                    "dom.js",
                    "words.js",
                    "overview.js",
                    "plots.js",
                    "look.js",
                    "advice.js",
                    "attempts.js",
                    "detail.js",
                    "payload.js",
                    "keys.js",
                    "alarms.js",
                    "actions.js",
                    "keyboard.js")
            .collect(Collectors.toUnmodifiableMap(Function.identity(), PageFiles::read));

    /** The file of this name; the page itself has none. */
    @Nullable
    HttpAnswer named(String name) {
        return files.get(name.isEmpty() ? INDEX : name);
    }

    private static HttpAnswer read(String name) {
        String type = Objects.requireNonNull(TYPES.get(name.substring(name.indexOf('.') + 1)));
        try (InputStream file = Objects.requireNonNull(PageFiles.class.getResourceAsStream(name), name)) {
            return new HttpAnswer(200, type, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
