package dev.hookwarden.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HeadersTest {
    @Test
    void looksNamesUpWithoutCase() {
        Headers headers = Headers.of(Map.of("X-Zenoo-Signature", "a"));

        assertThat(headers.all("x-zenoo-signature")).containsExactly("a");
        assertThat(headers.all("X-ZENOO-SIGNATURE")).containsExactly("a");
    }

    @Test
    void knowsNothingOfWhatWasNotSent() {
        assertThat(Headers.of(Map.of()).all("X-Signature")).isEmpty();
        assertThat(Headers.of(Map.of("X-Signature-2", "a")).all("X-Signature")).isEmpty();
    }

    @Test
    void joinsNamesThatDifferInCaseAndKeepsTheOrderOfTheirValues() {
        Headers headers = new Headers.Builder()
                .add("FOO", "1")
                .add("foo", "2")
                .add("Foo", "1")
                .build();

        assertThat(headers.all("foo")).containsExactly("1", "2", "1");
        assertThat(headers.names()).containsExactly("foo");
    }

    @Test
    void doesNotSplitAValueAtCommas() {
        assertThat(Headers.of(Map.of("X-Signature", "a, b")).all("x-signature")).containsExactly("a, b");
    }

    @Test
    void looksNamesUpAlikeInEveryDefaultLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(Headers.of(Map.of("X-SIGNATURE", "a")).all("x-signature"))
                    .containsExactly("a");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void staysAsItWasBuilt() {
        Headers.Builder builder = new Headers.Builder().add("a", "1");
        Headers headers = builder.build();
        builder.add("a", "2").add("b", "3");

        assertThat(headers.names()).containsExactly("a");
        assertThat(headers.all("a")).containsExactly("1").isUnmodifiable();
    }

    @Test
    void showsNamesAndNoValues() {
        Headers headers = Headers.of(Map.of("Authorization", "Bearer canary", "Host", "canary.example"));

        assertThat(headers.toString()).contains("authorization", "host").doesNotContain("canary");
    }
}
