package dev.hookwarden.explain;

/** What usually goes wrong between a provider's signature and ours, and what to do about it. */
public enum Mistake {
    NOT_SIGNED("Set a signing key for this webhook at the provider, and see that no proxy takes the header off."),
    HEADER_MISSING("See that no proxy takes the header off; what the provider sends is in its documentation."),
    HEADER_REPEATED("Find what sets the header a second time, a proxy or a test client, and leave it to the provider."),
    HEADER_MALFORMED("Send the header as the provider does; its documentation says how."),
    OTHER_HEADER("Send the signature in the header that this provider's deliveries carry it in."),
    WRONG_ROUTE("Correct the webhook address in the provider's settings: each provider has its own."),
    OTHER_ENCODING("Write the signature in the expected encoding."),
    OTHER_PREFIX("Write what stands around the signature as the provider does."),
    TRUNCATED_SIGNATURE("Find what cuts the header: a column, a log or a proxy with a limit."),
    OTHER_ALGORITHM("Sign with the expected algorithm; where the provider offers several, choose it in its settings."),
    OTHER_CONTENT("Sign what this provider's deliveries sign: with the time and the id, or the body alone."),
    PAYLOAD_RESERIALISED(
            "Keep the bytes as they arrived: sign, forward and capture the raw body before anything parses it as"
                    + " JSON."),
    PAYLOAD_LINE_ENDS(
            "Send and keep the bytes as they are: curl --data-binary instead of -d, printf instead of echo, no editor"
                    + " in between."),
    PAYLOAD_RECODED("Send and keep the body as bytes: no decoding, no other charset, no compression on the way."),
    PAYLOAD_EMPTY("Find what drops the body: a redirect, a proxy, or a client that reads it twice."),
    KEY_FORM("Use the key's text exactly as the provider shows it, and submit it again if it was stored otherwise."),
    KEY_UNUSABLE("Submit the key again as the provider shows it, with ./hookwarden keys submit, and rotate."),
    KEY_MISSING("Submit the provider's key with ./hookwarden keys submit."),
    KEY_RETIRED("Have the provider sign with its newest key. If the old one should verify longer, its overlap is a"
            + " parameter."),
    KEY_OF_OTHER_USE("Have the provider sign with its signing key, or submit the key that it signs with."),
    KEY_OF_OTHER_PROVIDER(
            "Sign with this provider's own key; if the keys were mixed up when they were submitted, submit both"
                    + " again."),
    CLOCK("Set the sender's clock, or look for what holds deliveries back. An old attempt is judged at its own time"
            + " with --at."),
    TIME_UNIT("Write the signed time in whole seconds since 1970."),
    UNKNOWN("Compare the key with the provider's, and capture the bytes in front of every proxy and body parser: one"
            + " changed byte is enough.");

    private final String next;

    Mistake(String next) {
        this.next = next;
    }

    /** What to do next. */
    public String next() {
        return next;
    }

    Cause because(String meaning) {
        return new Cause(this, meaning);
    }
}
