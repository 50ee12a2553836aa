package dev.hookwarden.local.aws;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns away what a page from elsewhere makes a browser on this machine ask: by a name that was pointed at 127.0.0.1 (DNS rebinding, which
 * the {@code Host} gives away), or by a request across origins that changes something (which browsers mark with {@code Origin} and
 * {@code Sec-Fetch-Site}). Programs, which send neither, pass.
 */
public final class SameMachine extends Filter {
    private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:[0-9]{1,5})?");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final Set<String> harmless;

    private SameMachine(Set<String> harmless) {
        this.harmless = harmless;
    }

    /** For a server on which a GET changes nothing, so that a link from elsewhere may lead to it. */
    public static SameMachine forPages() {
        return new SameMachine(Set.of("GET", "HEAD"));
    }

    /** For a server on which a request of any method may change something: SQS takes its actions by GET, too. */
    public static SameMachine forPrograms() {
        return new SameMachine(Set.of());
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        Optional<String> objection = objection(exchange.getRequestMethod(), exchange.getRequestHeaders());
        if (objection.isPresent()) {
            byte[] why = ("{\"error\":\"" + objection.get() + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(403, why.length);
            exchange.getResponseBody().write(why);
            exchange.close();
        } else {
            chain.doFilter(exchange);
        }
    }

    private Optional<String> objection(String method, Headers headers) {
        @Nullable String host = headers.getFirst("Host");
        Matcher loopback = LOOPBACK.matcher(String.valueOf(host));
        if (!loopback.matches()) {
            return Optional.of("This is for this machine alone, by the name 127.0.0.1 or localhost");
        }
        return harmless.contains(method) || isOwn(headers, "http://" + host)
                ? Optional.empty()
                : Optional.of("A page from elsewhere changes nothing here");
    }

    private static boolean isOwn(Headers headers, String own) {
        return headers.getOrDefault("Origin", List.of()).stream().allMatch(own::equals)
                && headers.getOrDefault("Sec-Fetch-Site", List.of()).stream().allMatch(OWN::contains);
    }

    @Override
    public String description() {
        return "Turns away what pages from elsewhere ask";
    }
}
