package dev.hookwarden.providerapi;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long an answer may be used again, by what its provider says of it (<a href="https://www.rfc-editor.org/rfc/rfc9111">RFC 9111</a>). */
final class Freshness {
    private static final String MAX_AGE = "max-age=";

    private Freshness() {}

    /**
     * Zero when it may not be used again.
     *
     * @param longest what the operation allows, which the provider can shorten and not lengthen
     */
    static Duration of(HttpHeaders headers, Duration longest) {
        List<String> directives = headers.allValues("Cache-Control").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(directive -> directive.strip().toLowerCase(Locale.ROOT))
                .toList();
        boolean refused =
                directives.stream().anyMatch(word -> word.startsWith("no-store") || word.startsWith("no-cache"))
                        || headers.allValues("Vary").stream().anyMatch(value -> value.contains("*"));
        if (refused) {
            return Duration.ZERO;
        }
        return directives.stream()
                .filter(directive -> directive.startsWith(MAX_AGE))
                .map(directive -> seconds(directive.substring(MAX_AGE.length())))
                .map(maxAge -> maxAge.minus(seconds(headers.firstValue("Age").orElse("0"))))
                .reduce(longest, (shortest, age) -> age.compareTo(shortest) < 0 ? age : shortest);
    }

    /** No time at all for what can't be read. */
    private static Duration seconds(String text) {
        return text.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.ZERO;
    }
}
