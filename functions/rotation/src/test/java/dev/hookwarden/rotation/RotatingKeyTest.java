package dev.hookwarden.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.signing.KeyDefect;
import org.junit.jupiter.api.Test;

class RotatingKeyTest {
    private static final RotatingKey STANDARD = Kind.SAMPLE_SIGNING_KEY.key();
    private static final RotatingKey TEXT = Kind.ZENOO_SIGNING_KEY.key();
    private static final RotatingKey API = Kind.ZENOO_API_KEY.key();

    @Test
    void isTheSameAsItsOwnText() {
        assertThat(API.isSame("0f1e2d3c4b5a6978", TEXT, "0f1e2d3c4b5a6978")).isTrue();
        assertThat(API.isSame("0f1e2d3c4b5a6978", TEXT, "0f1e2d3c4b5a6979")).isFalse();
    }

    @Test
    void isTheSameAsAnotherTextThatSignsAlike() {
        assertThat(STANDARD.isSame("whsec_MGYxZTJkM2M0YjVhNjk3OA==", STANDARD, "MGYxZTJkM2M0YjVhNjk3OA=="))
                .isTrue();
        assertThat(STANDARD.isSame("whsec_MGYxZTJkM2M0YjVhNjk3OA==", TEXT, "0f1e2d3c4b5a6978"))
                .isTrue();
        assertThat(TEXT.isSame("0f1e2d3c4b5a6978", STANDARD, "whsec_MGYxZTJkM2M0YjVhNjk3OA=="))
                .isTrue();
    }

    @Test
    void isNotTheSameAsWhatDoesNotSign() {
        assertThat(API.isSame("0f1e2d3c4b5a6978", STANDARD, "whsec_MGYxZTJkM2M0YjVhNjk3OA=="))
                .isFalse();
        assertThat(STANDARD.isSame("whsec_MGYxZTJkM2M0YjVhNjk3OA==", TEXT, "no key"))
                .isFalse();
    }

    @Test
    void isReadAsItsSchemeReadsItIfItSigns() {
        assertThat(STANDARD.defectIn("no-base64-0f1e2d3c4b5a6978")).contains(KeyDefect.NOT_BASE64);
        assertThat(TEXT.defectIn("no-base64-0f1e2d3c4b5a6978")).isEmpty();
        assertThat(API.defectIn("short")).contains(KeyDefect.TOO_SHORT);
    }
}
