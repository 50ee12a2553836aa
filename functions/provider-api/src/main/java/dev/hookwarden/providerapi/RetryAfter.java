package dev.hookwarden.providerapi;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * How long a provider asks to wait, in seconds or until a date (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110</a>).
 * Nothing for a header that is missing, malformed, zero or in the past; never more than {@link #LONGEST}.
 */
final class RetryAfter {
    /** No limit that a provider documents lasts longer; more is an error of its, which must not stop calls for days. */
    static final Duration LONGEST = Duration.ofHours(1);

    private static final int LONGEST_DIGITS = 9;

    private RetryAfter() {}

    static Optional<Duration> in(HttpHeaders headers, Instant now) {
        return headers.firstValue("Retry-After")
                .map(String::strip)
                .flatMap(text -> text.matches("[0-9]+") ? Optional.of(seconds(text)) : untilDate(text, now))
                .filter(Duration::isPositive)
                .map(asked -> asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
    }

    private static Duration seconds(String digits) {
        return digits.length() > LONGEST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(digits));
    }

    private static Optional<Duration> untilDate(String text, Instant now) {
        try {
            ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(now, date.toInstant()));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
