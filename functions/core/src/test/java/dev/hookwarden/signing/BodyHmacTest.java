package dev.hookwarden.signing;

import static dev.hookwarden.signing.VerificationAssert.assertRefused;
import static dev.hookwarden.signing.VerificationAssert.assertVerified;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BodyHmacTest {
    private static final int PREFIX = "sha256=".length();

    private final Attempt hex = Attempt.from(Sender.GITHUB);
    private final Attempt base64 = Attempt.from(Sender.SHOPIFY);

    @Test
    void takesHexOfEitherCase() {
        assertVerified(hex.withSignature(
                signature -> "sha256=" + signature.substring(PREFIX).toUpperCase(Locale.ROOT)));
    }

    @Test
    void refusesTheWrongPrefix() {
        assertMalformed(hex.withSignature(signature -> signature.substring(PREFIX)));
        assertMalformed(hex.withSignature(signature -> "SHA256=" + signature.substring(PREFIX)));
        assertMalformed(hex.withSignature(signature -> "sha256:" + signature.substring(PREFIX)));
        assertMalformed(hex.withSignature(signature -> "sha256==" + signature.substring(PREFIX)));
        assertMalformed(hex.withSignature(signature -> "sha256=sha256=" + signature.substring(PREFIX)));
        assertMalformed(hex.withSignature(signature -> "sha256= " + signature.substring(PREFIX)));
        assertMalformed(hex.withSignature(signature -> " " + signature));
        assertMalformed(hex.withSignature("sha256="));
    }

    @Test
    void refusesAPrefixWhereNoneIsUsed() {
        assertMalformed(Attempt.from(Sender.BARE_HEX).withSignature(signature -> "sha256=" + signature));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1=", "sha512=", "md5=", "none=", "sha256,"})
    void takesNoAlgorithmFromTheHeader(String prefix) {
        assertMalformed(hex.withSignature(signature -> prefix + signature.substring(PREFIX)));
    }

    @Test
    void refusesTheRightSignatureOfAWeakerAlgorithm() {
        String sha1 = Attempt.from(Sender.GITHUB_SHA1).signature();

        assertMalformed(hex.withSignature(sha1));
        assertMalformed(hex.withSignature(sha1.replace("sha1=", "sha256=")));
    }

    @Test
    void refusesTheUnkeyedHashOfThePayload() {
        assertRefused(hex.withSignature("sha256=" + hex.payload().sha256()), RefusalReason.SIGNATURE_MISMATCH);
    }

    @ParameterizedTest
    @EnumSource(names = {"GITHUB", "GITHUB_SHA1", "BARE_HEX", "BARE_HEX_SHA512"})
    void refusesOneHexDigitMoreOrLess(Sender sender) {
        Attempt attempt = Attempt.from(sender);

        assertMalformed(attempt.withSignature(signature -> signature + "0"));
        assertMalformed(attempt.withSignature(signature -> signature + "00"));
        assertMalformed(attempt.withSignature(signature -> signature.substring(0, signature.length() - 1)));
        assertMalformed(attempt.withSignature(signature -> signature.substring(0, signature.length() - 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"g", " ", "-", "+", "\u0000", "\n", "０", "é", "٣"})
    void refusesWhatIsNoHexDigit(String character) {
        assertMalformed(hex.withSignature(
                signature -> signature.substring(0, PREFIX) + character + signature.substring(PREFIX + 1)));
        assertMalformed(hex.withSignature(signature -> signature.substring(0, signature.length() - 1) + character));
    }

    @Test
    void refusesSeveralSignaturesJoinedInOneHeader() {
        assertMalformed(hex.withSignature(signature -> signature + "," + signature));
        assertMalformed(hex.withSignature(signature -> signature + ", " + signature));
        assertMalformed(base64.withSignature(signature -> signature + "," + signature));
    }

    @ParameterizedTest
    @EnumSource(names = {"GITHUB", "GITHUB_SHA1", "BARE_HEX", "BARE_HEX_SHA512"})
    void refusesAnyFlippedBitOfAHexSignature(Sender sender) {
        String signature = Attempt.from(sender).signature();
        int start = signature.indexOf('=') + 1;
        byte[] bytes = HexFormat.of().parseHex(signature.substring(start));
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            String flipped = signature.substring(0, start) + HexFormat.of().formatHex(flip(bytes, bit));
            assertRefused(Attempt.from(sender).withSignature(flipped), RefusalReason.SIGNATURE_MISMATCH);
        }
    }

    @Test
    void refusesAnyFlippedBitOfABase64Signature() {
        byte[] bytes = Base64.getDecoder().decode(base64.signature());
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            String flipped = Base64.getEncoder().encodeToString(flip(bytes, bit));
            assertRefused(base64.withSignature(flipped), RefusalReason.SIGNATURE_MISMATCH);
        }
    }

    @Test
    void refusesBase64InAnyFormButTheCanonicalOne() {
        assertThat(base64.signature()).endsWith("=");

        // 32 bytes leave two spare bits in the last digit; the JDK decodes all four settings to the same bytes.
        assertMalformed(base64.withSignature(signature -> nextDigitBeforePadding(signature)));
        assertMalformed(base64.withSignature(signature -> signature.replace("=", "")));
        assertMalformed(base64.withSignature(signature -> signature + "="));
        assertMalformed(base64.withSignature(signature -> signature + "AAAA"));
        assertMalformed(base64.withSignature(signature -> signature.substring(4)));
        assertMalformed(base64.withSignature(signature -> signature.substring(0, 20) + "\n" + signature.substring(20)));
        assertMalformed(base64.withSignature(signature -> "=" + signature.substring(1)));
        assertMalformed(base64.withSignature(hex.signature().substring(PREFIX)));
    }

    @Test
    void refusesTheBase64AlphabetForAddresses() {
        Attempt withBoth = payloadWhoseSignatureHas("+", "/");

        assertVerified(withBoth);
        assertMalformed(
                withBoth.withSignature(signature -> signature.replace('+', '-').replace('/', '_')));
    }

    private static Attempt payloadWhoseSignatureHas(String one, String other) {
        for (int counter = 0; ; counter++) {
            Attempt attempt = Attempt.of(Sender.SHOPIFY, "", "", new byte[counter]);
            if (attempt.signature().contains(one) && attempt.signature().contains(other)) {
                return attempt;
            }
        }
    }

    private static String nextDigitBeforePadding(String signature) {
        int last = signature.length() - 2;
        char next = (char) (signature.charAt(last) + 1);
        String changed = signature.substring(0, last) + next + "=";
        assertThat(Base64.getDecoder().decode(changed))
                .isEqualTo(Base64.getDecoder().decode(signature));
        return changed;
    }

    private static byte[] flip(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }

    private static void assertMalformed(Attempt attempt) {
        assertRefused(attempt, RefusalReason.SIGNATURE_MALFORMED);
    }
}
