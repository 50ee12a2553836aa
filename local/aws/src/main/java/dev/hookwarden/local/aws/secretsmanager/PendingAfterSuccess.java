package dev.hookwarden.local.aws.secretsmanager;

/** Where AWSPENDING is after a rotation succeeded. Both are normal (API reference: RotateSecret). */
public enum PendingAfterSuccess {
    /** On no version. */
    REMOVED,
    /** On the version that became current, unless the function took it off. */
    KEPT
}
