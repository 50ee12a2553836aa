package dev.hookwarden.secrets;

/** What Hookwarden writes into secrets that is no key. None of it is long enough to be one. */
public final class KeyMarks {
    /** The value of an inbox that was emptied; Secrets Manager has no value of nothing. */
    public static final String INBOX_EMPTY = "empty";

    /** The current value of a key that was revoked while no other was at hand: nothing verifies, and the provider is answered 503. */
    public static final String REVOKED = "revoked";

    /** The staging label of the version that passed testSecret last. */
    public static final String TESTED_LABEL = "HOOKWARDEN_TESTED";

    /** The label under which {@link #REVOKED} is put before AWSCURRENT moves to it. */
    public static final String REVOKED_LABEL = "HOOKWARDEN_REVOKED";

    private KeyMarks() {}
}
