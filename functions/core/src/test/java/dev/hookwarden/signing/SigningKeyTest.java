package dev.hookwarden.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SigningKeyTest {
    private static final byte[] BYTES = Sender.STANDARD_WEBHOOKS.keyBytes(Attempt.KEY);

    private static SigningKey key(byte[] bytes) {
        return Sender.STANDARD_WEBHOOKS
                .scheme()
                .signingKey("whsec_" + Base64.getEncoder().encodeToString(bytes));
    }

    @Test
    void signsLikeItself() {
        assertThat(key(BYTES).signsLike(key(BYTES))).isTrue();
    }

    @Test
    void signsLikeItselfFollowedByZeros() {
        assertThat(key(BYTES).signsLike(key(Arrays.copyOf(BYTES, BYTES.length + 1))))
                .isTrue();
        assertThat(key(BYTES).signsLike(key(Arrays.copyOf(BYTES, 64)))).isTrue();
    }

    @Test
    void signsUnlikeEveryOtherKey() {
        byte[] lastBit = BYTES.clone();
        lastBit[31] ^= 1;

        assertThat(key(BYTES).signsLike(key(lastBit))).isFalse();
        assertThat(key(BYTES).signsLike(key(Arrays.copyOf(BYTES, 31)))).isFalse();
        assertThat(key(BYTES).signsLike(key(Arrays.copyOf(BYTES, 65)))).isFalse();
    }

    @Test
    void keepsItsBytesWhenTheirSourceChanges() {
        byte[] source = BYTES.clone();
        SigningKey key = SigningKey.ofBytes(Attempt.KEY, source);
        Arrays.fill(source, (byte) 0);

        assertThat(key.signsLike(key(BYTES))).isTrue();
    }

    @Test
    void showsItselfNowhere() {
        SigningKey key = SigningKey.ofText("canary-7f3b9a0c2d");
        StagedKey staged = new StagedKey(key, KeyStage.CURRENT, "v1");

        assertThat(List.of(key.toString(), staged.toString(), new Keyring(List.of(staged)).toString()))
                .allSatisfy(text -> assertThat(text).contains("redacted").doesNotContain("canary"));
    }
}
