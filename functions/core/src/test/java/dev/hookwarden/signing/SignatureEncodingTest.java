package dev.hookwarden.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignatureEncodingTest {
    @ParameterizedTest
    @EnumSource
    void decodesWhatItEncoded(SignatureEncoding encoding) {
        for (int length = 1; length < 70; length++) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (i * 37 - length);
            }
            assertThat(encoding.decode(encoding.encode(bytes), length)).contains(bytes);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesEveryOtherLength(SignatureEncoding encoding) {
        String text = encoding.encode(new byte[20]);

        assertThat(encoding.decode(text, 19)).isEmpty();
        assertThat(encoding.decode(text, 21)).isEmpty();
        assertThat(encoding.decode(text, 0)).isEmpty();
        assertThat(encoding.decode("", 20)).isEmpty();
    }

    @Test
    void takesOneFormOfABase64Text() {
        assertThat(SignatureEncoding.BASE64.decode("AA==", 1)).contains(new byte[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB==", "AA", "AA=", "A===", "====", "AA\n=", "__==", "ÀA=="})
    void refusesItsOtherForms(String text) {
        assertThat(SignatureEncoding.BASE64.decode(text, 1)).isEmpty();
    }
}
