package dev.hookwarden.signing;

import dev.hookwarden.signing.Attempt.Check;
import dev.hookwarden.signing.Verification.Refused;
import dev.hookwarden.signing.Verification.Verified;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** What every verifier must do, each rule with the attempt that shows it. */
@SuppressWarnings("ImmutableEnumChecker") // The rules hold no state.
enum VerificationRule {
    VERIFIES_A_GENUINE_ATTEMPT(verifies(attempt -> attempt)),
    VERIFIES_A_HEADER_NAME_IN_ANY_CASE(verifies(attempt ->
            attempt.without(header(attempt)).plus(header(attempt).toUpperCase(Locale.ROOT), attempt.signature()))),
    VERIFIES_BYTES_THAT_ARE_NOT_TEXT((sender, check) ->
            Attempt.of(sender, Attempt.ID, Attempt.TIME, new byte[] {(byte) 0xc3, 0x28, 0})
                            .verify(check)
                    instanceof Verified),
    VERIFIES_WITH_THE_PENDING_KEY(verifies(attempt -> attempt.withKeys(
            Attempt.current(attempt.scheme(), Attempt.OTHER_KEY),
            new StagedKey(attempt.scheme().signingKey(Attempt.KEY), KeyStage.PENDING, "v-pending")))),
    REFUSES_A_MISSING_SIGNATURE(refuses(attempt -> attempt.without(header(attempt)))),
    REFUSES_AN_EMPTY_SIGNATURE(refuses(attempt -> attempt.withSignature(""))),
    REFUSES_A_PREFIX_WITH_NOTHING_BEHIND(
            refuses(attempt -> attempt.withSignature(value -> value.replaceFirst("(sha256=|v1=|v1,).*", "$1")))),
    REFUSES_A_SHORTENED_SIGNATURE(refuses(
            attempt -> attempt.withSignature(value -> value.substring(0, value.length() - 8)))),
    REFUSES_A_SIGNATURE_WITH_A_CHANGED_END(refuses(attempt ->
            attempt.withSignature(value -> value.substring(0, value.length() - 4) + "0000"))),
    REFUSES_A_SIGNATURE_THAT_IS_NO_HEX_AND_DOES_NOT_THROW(
            refuses(attempt -> attempt.withSignature(value -> "sha256=" + "é".repeat(64)))),
    REFUSES_A_SECOND_SIGNATURE_HEADER(refuses(attempt -> attempt.plus(header(attempt), "sha256=" + "0".repeat(64)))),
    REFUSES_A_FORGED_HEADER_BEFORE_THE_GENUINE(refuses(
            attempt -> attempt.withSignature("sha256=" + "0".repeat(64)).plus(header(attempt), attempt.signature()))),
    REFUSES_AN_ALGORITHM_THAT_THE_REQUEST_CHOOSES(refuses(attempt -> attempt.withSignature("sha1="
            + SignatureEncoding.HEX.encode(MacAlgorithm.HMAC_SHA1.sign(
                    attempt.keys().getFirst().key(), attempt.payload().bytes()))))),
    REFUSES_A_CHANGED_PAYLOAD(refuses(attempt -> attempt.withPayload("{\"event_id\": \"evt_2\",\n \"amount\": 10}"))),
    REFUSES_A_PAYLOAD_THAT_ONLY_MEANS_THE_SAME(
            refuses(attempt -> attempt.withPayload("{\"event_id\":\"evt_1\",\"amount\":10}"))),
    REFUSES_BLANKS_AROUND_THE_PAYLOAD(refuses(attempt -> attempt.withPayload(Attempt.PAYLOAD + "\n"))),
    REFUSES_ANOTHER_KEY(refuses(attempt -> attempt.withKeys(Attempt.current(attempt.scheme(), Attempt.OTHER_KEY)))),
    REFUSES_A_TIME_THAT_IS_LONG_PAST(refuses(attempt -> attempt.receivedAt(Attempt.AT.plus(Duration.ofHours(1))))),
    REFUSES_A_TIME_TO_COME(refuses(attempt -> attempt.receivedAt(Attempt.AT.minus(Duration.ofHours(1))))),
    REFUSES_A_TIME_THAT_ONLY_MEANS_THE_SAME(
            refuses(attempt -> attempt.withSignature(value -> value.replace("t=", "t=+")))),
    REFUSES_ANOTHER_VERSION_OF_THE_SCHEME(
            refuses(attempt -> attempt.withSignature(value -> value.replace("v1=", "v0="))));

    private final BiPredicate<Sender, Check> rule;

    VerificationRule(BiPredicate<Sender, Check> rule) {
        this.rule = rule;
    }

    /** Whether the verifier keeps the rule; one that throws doesn't. */
    boolean isKept(Sender sender, Check check) {
        try {
            return rule.test(sender, check);
        } catch (RuntimeException fault) {
            return false;
        }
    }

    private static BiPredicate<Sender, Check> verifies(UnaryOperator<Attempt> change) {
        return (sender, check) -> change.apply(Attempt.from(sender)).verify(check) instanceof Verified;
    }

    private static BiPredicate<Sender, Check> refuses(UnaryOperator<Attempt> change) {
        return (sender, check) -> change.apply(Attempt.from(sender)).verify(check) instanceof Refused;
    }

    private static String header(Attempt attempt) {
        return attempt.scheme().header();
    }
}
