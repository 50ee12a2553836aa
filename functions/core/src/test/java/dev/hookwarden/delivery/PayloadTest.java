package dev.hookwarden.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class PayloadTest {
    private static Payload of(int... bytes) {
        byte[] array = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            array[i] = (byte) bytes[i];
        }
        return Payload.of(array);
    }

    @Test
    void isTextWhenItIsUtf8() {
        assertThat(Payload.of("{\"ä\": \"😀\u0000\"}\r\n".getBytes(StandardCharsets.UTF_8))
                        .text())
                .contains("{\"ä\": \"😀\u0000\"}\r\n");
        assertThat(of().text()).contains("");
        assertThat(of(0xEF, 0xBB, 0xBF, '{').text()).contains("\ufeff{");
    }

    @Test
    void isNoTextWhenTextWouldNotGiveTheSameBytesBack() {
        assertThat(of(0xC3, 0x28).text()).isEmpty();
        assertThat(of('{', 0xFF).text()).isEmpty();
        assertThat(of(0xC0, 0xAF).text()).as("an overlong form").isEmpty();
        assertThat(of(0xED, 0xA0, 0x80).text()).as("a surrogate").isEmpty();
        assertThat(of(0xF4, 0x90, 0x80, 0x80).text()).as("beyond Unicode").isEmpty();
        assertThat(of(0xE2, 0x82).text()).as("cut in half").isEmpty();
    }

    @Test
    void hashesAsFips180Says() {
        // NIST FIPS 180-2, appendix B.1, and the hash of nothing.
        assertThat(of('a', 'b', 'c').sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(of().sha256()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void isEqualToTheSameBytes() {
        assertThat(of(1, 2)).isEqualTo(of(1, 2)).hasSameHashCodeAs(of(1, 2)).isNotEqualTo(of(1, 3));
        assertThat(of(1, 2)).hasToString("Payload[2 bytes]");
        assertThat(of(1, 2).size()).isEqualTo(2);
    }
}
