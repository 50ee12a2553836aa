package dev.hookwarden.signing;

import static dev.hookwarden.signing.VerificationAssert.assertRefused;
import static dev.hookwarden.signing.VerificationAssert.assertVerified;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the headers and bytes of every signature scheme. */
@ParameterizedClass
@EnumSource(Sender.class)
final class EverySenderTest {
    private final Sender sender;

    EverySenderTest(Sender sender) {
        this.sender = sender;
    }

    private Attempt valid() {
        return Attempt.from(sender);
    }

    private Attempt signedOver(byte[] payload) {
        return Attempt.of(sender, Attempt.ID, Attempt.TIME, payload);
    }

    @Test
    void verifiesWhatTheSenderSigned() {
        assertVerified(valid());
    }

    @Test
    void signsAsTheSenderDoes() {
        assertThat(signedByScheme()).isEqualTo(signedBySender());
    }

    private Map<String, String> signedByScheme() {
        SignatureScheme scheme = sender.scheme();
        return scheme.sign(scheme.signingKey(Attempt.KEY), valid().payload().bytes(), Attempt.ID, Attempt.AT);
    }

    private Map<String, String> signedBySender() {
        return sender.sign(
                sender.keyBytes(Attempt.KEY),
                Attempt.ID,
                Attempt.TIME,
                valid().payload().bytes());
    }

    /** What judges forgeries must be strict itself. */
    @Test
    void takesNothingElseForItsOwnSignature() {
        String signed =
                Objects.requireNonNull(signedBySender().get(sender.scheme().header()));

        assertThat(sender.says(signed, signed)).isTrue();
        assertThat(sender.says(signed + "x", signed)).isFalse();
        assertThat(sender.says("x" + signed, signed)).isFalse();
        assertThat(sender.says(signed.substring(0, signed.length() - 1), signed))
                .isFalse();
        assertThat(sender.says("", signed)).isFalse();
    }

    private Attempt withHeaderInUpperCase() {
        String header = sender.scheme().header();
        return valid().without(header).plus(header.toUpperCase(Locale.ROOT), valid().signature());
    }

    @Test
    void signsAndVerifiesAlikeInEveryDefaultLocale() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("ar-EG-u-nu-arab", "tr-TR", "th-TH-u-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(signedByScheme()).isEqualTo(signedBySender());
                assertVerified(valid());
                assertVerified(withHeaderInUpperCase());
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void refusesAMissingSignature() {
        assertRefused(valid().without(sender.scheme().header()), RefusalReason.SIGNATURE_MISSING);
    }

    @Test
    void refusesAnAttemptWithoutAnyHeader() {
        assertThat(sender.scheme()
                        .verify(
                                new Headers.Builder().build(),
                                valid().payload().bytes(),
                                new Keyring(valid().keys()),
                                Attempt.AT))
                .isEqualTo(new Verification.Refused(RefusalReason.SIGNATURE_MISSING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                "=",
                "==",
                ",",
                "v1",
                "v1,",
                "v1=",
                "v0=",
                "t=",
                "t=,v1=",
                "sha1=",
                "sha256=",
                "sha512=",
                "hmac ",
                "null",
                "sha256",
                "{}",
                "\u0000",
                "ａｂｃｄ",
                "٠١٢٣",
                "sha256=ｅ3b0",
                "\ud800",
                "Bearer x"
            })
    void refusesWhatIsNoSignature(String value) {
        assertRefused(valid().withSignature(value));
    }

    @Test
    void refusesAnAbsurdlyLongSignature() {
        assertRefused(valid().withSignature("a".repeat(1_000_000)));
        assertRefused(valid().withSignature("=,. ".repeat(250_000)));
    }

    @Test
    void refusesASignatureOfZeros() {
        assertRefused(valid().withSignature(signature -> signature.replaceAll("[1-9a-f]", "0")));
    }

    @Test
    void looksTheSignatureUpWithoutCase() {
        String header = sender.scheme().header();
        String signature = valid().signature();

        assertVerified(withHeaderInUpperCase());
        assertVerified(valid().without(header).plus(header.toLowerCase(Locale.ROOT), signature));
    }

    @Test
    void refusesTwoSignatureHeadersWhateverTheirCase() {
        String header = sender.scheme().header();
        String signature = valid().signature();

        assertRefused(valid().plus(header, signature), RefusalReason.SIGNATURE_REPEATED);
        assertRefused(valid().plus(header, "other"), RefusalReason.SIGNATURE_REPEATED);
        assertRefused(valid().plus(header, ""), RefusalReason.SIGNATURE_REPEATED);
        assertRefused(valid().plus(header.toUpperCase(Locale.ROOT), signature), RefusalReason.SIGNATURE_REPEATED);
        assertRefused(valid().plus(header.toLowerCase(Locale.ROOT), signature), RefusalReason.SIGNATURE_REPEATED);
    }

    @Test
    void refusesALineBreakOrQuotesAroundTheSignature() {
        assertRefused(valid().withSignature(signature -> signature + "\n"));
        assertRefused(valid().withSignature(signature -> "\"" + signature + "\""));
    }

    @Test
    void refusesTheSignatureOfAnotherKey() {
        assertRefused(
                valid().withKeys(Attempt.current(sender.scheme(), Attempt.OTHER_KEY)),
                RefusalReason.SIGNATURE_MISMATCH);
    }

    @Test
    void refusesAnyFlippedBitOfThePayload() {
        byte[] payload = valid().payload().bytes();
        for (int bit = 0; bit < 8 * payload.length; bit++) {
            byte[] flipped = payload.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertRefused(valid().withPayload(flipped), RefusalReason.SIGNATURE_MISMATCH);
        }
    }

    @Test
    void refusesAnyPayloadThatOnlyMeansTheSame() {
        assertRefused(valid().withPayload("{\"event_id\":\"evt_1\",\"amount\":10}"), RefusalReason.SIGNATURE_MISMATCH);
        assertRefused(valid().withPayload("{\"amount\": 10, \"event_id\": \"evt_1\"}"));
        assertRefused(valid().withPayload(Attempt.PAYLOAD + "\n"), RefusalReason.SIGNATURE_MISMATCH);
        assertRefused(valid().withPayload(Attempt.PAYLOAD.replace("\n", "\r\n")), RefusalReason.SIGNATURE_MISMATCH);
        assertRefused(valid().withPayload("\uFEFF" + Attempt.PAYLOAD), RefusalReason.SIGNATURE_MISMATCH);
        assertRefused(valid().withPayload(Attempt.PAYLOAD.getBytes(StandardCharsets.UTF_16)));
        assertRefused(valid().withPayload(new byte[0]), RefusalReason.SIGNATURE_MISMATCH);
    }

    @Test
    void verifiesAnEmptyPayload() {
        assertVerified(signedOver(new byte[0]));
        assertRefused(signedOver(new byte[0]).withPayload(new byte[1]), RefusalReason.SIGNATURE_MISMATCH);
    }

    @Test
    void verifiesBytesThatAreNoText() {
        byte[] invalidUtf8 = {'{', (byte) 0xC3, (byte) 0x28, (byte) 0xFF, 0, '}'};
        byte[] throughText = new String(invalidUtf8, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);

        assertVerified(signedOver(invalidUtf8));
        assertRefused(signedOver(invalidUtf8).withPayload(throughText), RefusalReason.SIGNATURE_MISMATCH);
    }
}
