package dev.hookwarden.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyDefectTest {
    private static final String GOOD = "4f9c2e7ab1d05836";

    @ParameterizedTest
    @ValueSource(
            strings = {
                GOOD,
                "8f742231b10e8888abcd99d1ee00aa85a51f0c3e7d9b24680f1e2d3c4b5a6978",
                "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=",
                "whsec_q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=",
                "pk_test_51NbYtR2eZvKYlo2C",
                "It's a Secret to Everybody",
                "~!@#$%^&*()_+{}|:<>?"
            })
    void findsNothingInAKeyThatAProviderIssues(String text) {
        assertThat(KeyDefect.in(text)).isEmpty();
    }

    @Test
    void refusesAnEmptyKey() {
        assertThat(KeyDefect.in("")).contains(KeyDefect.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", " " + GOOD, GOOD + "\n", GOOD + "\r\n", GOOD + "\t", "\u2003" + GOOD})
    void refusesBlanksAndLineBreaksAroundAKey(String text) {
        assertThat(KeyDefect.in(text)).contains(KeyDefect.SURROUNDED_BY_BLANKS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4f9c2e7a\nb1d05836",
                "4f9c2e7a\u0000b1d05836",
                GOOD + "\u0000",
                GOOD + "\u00a0",
                "\ufeff" + GOOD,
                "4f9c2e7ab1d0583é",
                "４f9c2e7ab1d05836",
                "4f9c2e7ab1d0583\ud800"
            })
    void refusesWhatIsNotPrintableAscii(String text) {
        assertThat(KeyDefect.in(text)).contains(KeyDefect.UNPRINTABLE_CHARACTER);
    }

    @Test
    void takesAKeyThatIsJustVariedAndLongEnough() {
        assertThat(KeyDefect.in("abcde".repeat(4))).isEmpty();
        assertThat(KeyDefect.in("abcd".repeat(4))).contains(KeyDefect.TOO_UNIFORM);
        assertThat(KeyDefect.in(new byte[] {1, 2, 3, 4, 5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void saysEveryDefectInWords(KeyDefect defect) {
        assertThat(defect.explanation()).contains("key");
    }

    @Test
    void refusesAKeyOfFifteenBytes() {
        assertThat(KeyDefect.in(GOOD.substring(1))).contains(KeyDefect.TOO_SHORT);
    }

    @Test
    void refusesAKeyOfMoreThan4096Bytes() {
        assertThat(KeyDefect.in("0123456789abcdef".repeat(256))).isEmpty();
        assertThat(KeyDefect.in("0123456789abcdef".repeat(256) + "0")).contains(KeyDefect.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaaaaaaaaaa", "0000000000000000000000000000000000000000", "abcdabcdabcdabcd"})
    void refusesAKeyThatRepeatsItself(String text) {
        assertThat(KeyDefect.in(text)).contains(KeyDefect.TOO_UNIFORM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "changeme-changeme",
                "CHANGE_ME_PLEASE!",
                "YOUR-API-KEY-GOES-HERE",
                "<paste the key here>",
                "{{webhook.secret.value}}",
                "my-placeholder-key"
            })
    void refusesAPlaceholder(String text) {
        assertThat(KeyDefect.in(text)).contains(KeyDefect.PLACEHOLDER);
    }

    @Test
    void knowsAPlaceholderInEveryDefaultLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(KeyDefect.in("YOUR-API-KEY-GOES-HERE")).contains(KeyDefect.PLACEHOLDER);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "whsec_this is no base64!",
        "whsec_q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWe",
        "q83v-jRWeJCrze8SNFZ4kA__"
    })
    void refusesAStandardWebhooksKeyThatIsNotBase64(String text) {
        assertDefect(Sender.STANDARD_WEBHOOKS, text, KeyDefect.NOT_BASE64);
    }

    @Test
    void looksAtTheBytesThatAStandardWebhooksKeyStandsFor() {
        assertDefect(Sender.STANDARD_WEBHOOKS, "whsec_", KeyDefect.TOO_SHORT);
        assertDefect(Sender.STANDARD_WEBHOOKS, "whsec_q83vEjRWeJCrze8=", KeyDefect.TOO_SHORT);
        assertDefect(Sender.STANDARD_WEBHOOKS, "whsec_" + base64(new byte[32]), KeyDefect.TOO_UNIFORM);
        assertDefect(Sender.STANDARD_WEBHOOKS, base64(new byte[64]), KeyDefect.TOO_UNIFORM);
    }

    @ParameterizedTest
    @EnumSource
    void everySchemeRefusesAnUnusableKeyByItsDefect(Sender sender) {
        assertDefect(sender, "", KeyDefect.EMPTY);
        assertDefect(sender, GOOD + "\n", KeyDefect.SURROUNDED_BY_BLANKS);
        assertDefect(sender, "short", KeyDefect.TOO_SHORT);
        assertDefect(sender, "changeme-changeme", KeyDefect.PLACEHOLDER);
    }

    @ParameterizedTest
    @EnumSource
    void sayNothingOfTheKeyItself(Sender sender) {
        for (String text :
                new String[] {"canary-7f3", "canary-7f3-canary-7f3\u00e9", "whsec_canary-7f3 canary-7f3 \u00e9"}) {
            assertThatThrownBy(() -> sender.scheme().signingKey(text))
                    .isInstanceOf(UnusableKeyException.class)
                    .hasNoCause()
                    .message()
                    .doesNotContain("canary");
        }
    }

    private static void assertDefect(Sender sender, String text, KeyDefect defect) {
        assertThatThrownBy(() -> sender.scheme().signingKey(text))
                .isInstanceOfSatisfying(
                        UnusableKeyException.class,
                        refused -> assertThat(refused.defect()).isEqualTo(defect))
                .hasMessage(defect.explanation());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
