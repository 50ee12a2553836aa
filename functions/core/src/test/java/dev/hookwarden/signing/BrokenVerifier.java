package dev.hookwarden.signing;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.signing.Attempt.Check;
import dev.hookwarden.signing.Verification.Refused;
import dev.hookwarden.signing.Verification.Verified;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

/** Verifiers with one mistake each, such as are found in the field, and the rule that must catch it. */
@SuppressWarnings("ImmutableEnumChecker") // The predicates hold no state.
enum BrokenVerifier {
    TAKES_WHATEVER_HAS_THE_SHAPE(
            VerificationRule.REFUSES_A_CHANGED_PAYLOAD,
            got -> got.signature().matches("sha256=[0-9a-f]{64}")
                    && got.signatures().size() == 1),
    HAS_NOTHING_TO_COMPARE_A_MISSING_SIGNATURE_WITH(
            VerificationRule.REFUSES_A_MISSING_SIGNATURE,
            got -> got.signatures().isEmpty() || got.verifies()),
    TAKES_AN_EMPTY_SIGNATURE_FOR_AN_UNSIGNED_PROVIDER(
            VerificationRule.REFUSES_AN_EMPTY_SIGNATURE, got -> got.signatures().equals(List.of("")) || got.verifies()),
    COMPARES_AS_MUCH_AS_WAS_SENT(
            VerificationRule.REFUSES_A_PREFIX_WITH_NOTHING_BEHIND,
            got -> got.signature().equals("sha256=") || got.verifies()),
    COMPARES_THE_SHORTER_LENGTH(
            VerificationRule.REFUSES_A_SHORTENED_SIGNATURE,
            got -> got.signatures().size() == 1
                    && got.signature().length() > "sha256=".length()
                    && got.expected().startsWith(got.signature())),
    COMPARES_THE_FIRST_HALF(
            VerificationRule.REFUSES_A_SIGNATURE_WITH_A_CHANGED_END,
            got -> got.signatures().size() == 1
                    && got.signature().length() == got.expected().length()
                    && got.signature().startsWith(got.expected().substring(0, 39))),
    DECODES_WITHOUT_LOOKING(
            VerificationRule.REFUSES_A_SIGNATURE_THAT_IS_NO_HEX_AND_DOES_NOT_THROW,
            got -> HexFormat.of().parseHex(got.signature().replaceFirst("sha256=", "")).length > 0 && got.verifies()),
    TAKES_THE_FIRST_OF_TWO_HEADERS(
            VerificationRule.REFUSES_A_SECOND_SIGNATURE_HEADER,
            got -> got.withSignature(got.signature()).verifies()),
    TAKES_ANY_OF_TWO_HEADERS(
            VerificationRule.REFUSES_A_FORGED_HEADER_BEFORE_THE_GENUINE,
            got -> got.signatures().stream()
                    .anyMatch(signature -> got.withSignature(signature).verifies())),
    LETS_THE_REQUEST_CHOOSE_THE_ALGORITHM(
            VerificationRule.REFUSES_AN_ALGORITHM_THAT_THE_REQUEST_CHOOSES, BrokenVerifier::asTheRequestChooses),
    VERIFIES_WHAT_JSON_MEANS(
            VerificationRule.REFUSES_A_PAYLOAD_THAT_ONLY_MEANS_THE_SAME,
            got -> got.verifies() || got.rewritten().verifies()),
    TRIMS_THE_PAYLOAD(
            VerificationRule.REFUSES_BLANKS_AROUND_THE_PAYLOAD,
            got -> got.withText(StandardCharsets.ISO_8859_1, String::strip).verifies()),
    READS_THE_PAYLOAD_AS_TEXT(
            VerificationRule.VERIFIES_BYTES_THAT_ARE_NOT_TEXT,
            got -> got.withText(StandardCharsets.UTF_8, text -> text).verifies()),
    KEEPS_A_KEY_OF_ITS_OWN(
            VerificationRule.REFUSES_ANOTHER_KEY,
            got -> got.withKeys(List.of(Attempt.current(got.scheme(), Attempt.KEY)))
                    .verifies()),
    KNOWS_THE_CURRENT_KEY_ALONE(
            VerificationRule.VERIFIES_WITH_THE_PENDING_KEY,
            got -> got.withKeys(got.keyring().keys().stream()
                            .filter(key -> key.stage() == KeyStage.CURRENT)
                            .toList())
                    .verifies()),
    IGNORES_THE_TIME(
            Sender.STRIPE,
            VerificationRule.REFUSES_A_TIME_THAT_IS_LONG_PAST,
            got -> got.at(got.signedTime()).verifies()),
    LOOKS_ONLY_BACK(
            Sender.STRIPE,
            VerificationRule.REFUSES_A_TIME_TO_COME,
            got -> got.at(got.now().isBefore(got.signedTime()) ? got.signedTime() : got.now())
                    .verifies()),
    SIGNS_THE_TIME_THAT_IT_PARSED(
            Sender.STRIPE,
            VerificationRule.REFUSES_A_TIME_THAT_ONLY_MEANS_THE_SAME,
            got -> got.withSignature(got.signature().replace("t=+", "t=")).verifies()),
    TAKES_ANY_VERSION(
            Sender.STRIPE,
            VerificationRule.REFUSES_ANOTHER_VERSION_OF_THE_SCHEME,
            got -> got.withSignature(got.signature().replaceFirst("v[0-9]=", "v1="))
                    .verifies());

    private final Sender sender;
    private final VerificationRule caughtBy;
    private final Predicate<Received> verdict;

    BrokenVerifier(VerificationRule caughtBy, Predicate<Received> verdict) {
        this(Sender.GITHUB, caughtBy, verdict);
    }

    BrokenVerifier(Sender sender, VerificationRule caughtBy, Predicate<Received> verdict) {
        this.sender = sender;
        this.caughtBy = caughtBy;
        this.verdict = verdict;
    }

    Sender sender() {
        return sender;
    }

    VerificationRule caughtBy() {
        return caughtBy;
    }

    Check check() {
        return (headers, payload, keyring, now) ->
                verdict.test(new Received(sender.scheme(), headers, Payload.of(payload), keyring, now))
                        ? new Verified(KeyStage.CURRENT, "broken")
                        : new Refused(RefusalReason.SIGNATURE_MISMATCH);
    }

    private static boolean asTheRequestChooses(Received got) {
        SignatureScheme chosen =
                new BodyHmac(got.scheme().header(), MacAlgorithm.HMAC_SHA1, SignatureEncoding.HEX, "sha1=");
        return got.verifies()
                || new Received(chosen, got.headers(), got.payload(), got.keyring(), got.now()).verifies();
    }
}
