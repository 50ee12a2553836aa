package dev.hookwarden.signing;

/** Why a signature was refused. For the log only: the sender always gets the same answer. */
public enum RefusalReason {
    SIGNATURE_MISSING,
    SIGNATURE_REPEATED,
    SIGNATURE_MALFORMED,
    /** Well-formed, but made with none of the keys or over other bytes: the one reason that a fresher keyring may change. */
    SIGNATURE_MISMATCH,
    TIMESTAMP_MISSING,
    TIMESTAMP_REPEATED,
    TIMESTAMP_MALFORMED,
    TIMESTAMP_OUTSIDE_TOLERANCE,
    ID_MISSING,
    ID_REPEATED,
    ID_MALFORMED
}
