package dev.hookwarden.signing;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a webhook's vector expects, in any word that vectors have for it; numbers are a truth value or the status that the sender gets. */
final class VectorVerdict {
    private static final Set<String> VERIFIED = Set.of(
            "true", "1", "yes", "200", "valid", "verified", "verify", "accept", "accepted", "ok", "pass", "success");
    private static final Set<String> REFUSED = Set.of(
            "false",
            "0",
            "no",
            "400",
            "401",
            "invalid",
            "refused",
            "refuse",
            "reject",
            "rejected",
            "error",
            "fail",
            "failure");

    private VectorVerdict() {}

    /** Whether the webhook must be verified; an object says it in one of its fields. */
    static boolean verifies(VectorField expect) {
        if (expect.value().isObject()) {
            String[] names = {"verified", "valid", "verdict", "result", "status"};
            return verifies(VectorFields.of(expect, List.of(names)).only(names));
        }
        String word = expect.value().asText().toLowerCase(Locale.ROOT);
        if (VERIFIED.contains(word) || REFUSED.contains(word)) {
            return VERIFIED.contains(word);
        }
        throw expect.unreadable("is " + (expect.value().isValueNode() ? expect.value() : expect.kind())
                + "; write verified or refused, true or false, or 200 or 401");
    }
}
