package dev.hookwarden.providerapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    /** A moment before the date that RFC 9110 shows. */
    private static final Instant NOW = Instant.parse("1999-12-31T23:59:29Z");

    @Test
    void readsSeconds() {
        assertThat(in("17")).contains(Duration.ofSeconds(17));
    }

    @Test
    void readsADate() {
        assertThat(in("Fri, 31 Dec 1999 23:59:59 GMT")).contains(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-5",
                "1.5",
                "soon",
                "+7",
                "Fri, 31 Dec 1999 23:59:00 GMT",
                "Mon, 31 Dec 1999 23:59:59 GMT"
            })
    void takesNothingForAWaitThatIsNone(String value) {
        assertThat(in(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"86400", "999999999", "99999999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void waitsNoLongerThanMakesSense(String value) {
        assertThat(in(value)).contains(RetryAfter.LONGEST);
    }

    private static Optional<Duration> in(String value) {
        return RetryAfter.in(HttpHeaders.of(Map.of("retry-after", List.of(value)), (name, any) -> true), NOW);
    }
}
