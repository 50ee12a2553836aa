package dev.hookwarden.signing;

import static dev.hookwarden.signing.VerificationAssert.assertRefused;
import static dev.hookwarden.signing.VerificationAssert.assertVerified;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StandardWebhooksTest {
    private static final String WRONG = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private final Attempt valid = Attempt.from(Sender.STANDARD_WEBHOOKS);

    private static Attempt withId(String id) {
        return Attempt.of(Sender.STANDARD_WEBHOOKS, id, Attempt.TIME, Attempt.PAYLOAD.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void verifiesWhenOnlyTheLastOfSeveralSignaturesMatches() {
        assertVerified(valid.withSignature(signature -> WRONG + " v1, v2,abc v1a,xyz " + signature));
    }

    @Test
    void verifiesAfterAnExtraBlank() {
        assertVerified(valid.withSignature(signature -> WRONG + "  " + signature + " "));
    }

    @Test
    void refusesSignaturesJoinedByCommas() {
        assertRefused(valid.withSignature(signature -> signature + "," + signature), RefusalReason.SIGNATURE_MALFORMED);
    }

    @Test
    void refusesAnotherVersion() {
        assertRefused(
                valid.withSignature(signature -> signature.replace("v1,", "v2,")), RefusalReason.SIGNATURE_MALFORMED);
        assertRefused(
                valid.withSignature(signature -> signature.replace("v1,", "v1a,")), RefusalReason.SIGNATURE_MALFORMED);
        assertRefused(
                valid.withSignature(signature -> signature.replace("v1,", "")), RefusalReason.SIGNATURE_MALFORMED);
    }

    @Test
    void refusesAnEmptySignatureAndOneWithoutPadding() {
        assertRefused(valid.withSignature("v1,"), RefusalReason.SIGNATURE_MALFORMED);
        assertRefused(valid.withSignature("v1, v1,"), RefusalReason.SIGNATURE_MALFORMED);
        assertRefused(valid.withSignature(signature -> signature.replace("=", "")), RefusalReason.SIGNATURE_MALFORMED);
    }

    @Test
    void refusesAMissingOrRepeatedTime() {
        assertRefused(valid.without("webhook-timestamp"), RefusalReason.TIMESTAMP_MISSING);
        assertRefused(valid.plus("Webhook-Timestamp", Attempt.TIME), RefusalReason.TIMESTAMP_REPEATED);
    }

    @Test
    void refusesAMissingOrRepeatedId() {
        assertRefused(valid.without("webhook-id"), RefusalReason.ID_MISSING);
        assertRefused(valid.plus("WEBHOOK-ID", Attempt.ID), RefusalReason.ID_REPEATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "msg.1", ".", "msg 1", "msg_é", "msg\n1", "msg\u00001", "msg\ud800"})
    void refusesAnIdThatIsEmptyOrHasADotOrIsNotPrintable(String id) {
        assertRefused(withId(id), RefusalReason.ID_MALFORMED);
    }

    @Test
    void takesAnIdOf256CharactersAndNoMore() {
        assertVerified(withId("m".repeat(256)));
        assertRefused(withId("m".repeat(257)), RefusalReason.ID_MALFORMED);
    }

    @Test
    void refusesAnotherId() {
        assertRefused(valid.with("webhook-id", "msg_other"), RefusalReason.SIGNATURE_MISMATCH);
    }

    @Test
    void refusesTheSameSignedTextCutAtAnotherDot() {
        Attempt moved = valid.with("webhook-id", Attempt.ID + "." + Attempt.TIME);

        assertRefused(moved, RefusalReason.ID_MALFORMED);
    }

    @Test
    void refusesTheNamesOfAnotherDialect() {
        assertRefused(
                valid.without("webhook-signature").plus("svix-signature", valid.signature()),
                RefusalReason.SIGNATURE_MISSING);
    }

    @Test
    void coversIdAndTime() {
        assertThat(valid.scheme().covers("Webhook-Id")).isTrue();
        assertThat(valid.scheme().covers("Webhook-Timestamp")).isTrue();
        assertThat(valid.scheme().covers("Webhook-Signature")).isFalse();
        assertThat(valid.scheme().covers("Webhook-Type")).isFalse();
    }

    @Test
    void readsAKeyWithAndWithoutItsPrefix() {
        SigningKey bare = valid.scheme().signingKey(Attempt.KEY.substring("whsec_".length()));

        assertThat(bare.signsLike(valid.scheme().signingKey(Attempt.KEY))).isTrue();
    }
}
