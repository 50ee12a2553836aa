package dev.hookwarden.rotation;

/** What goes wrong with one call. */
enum Trouble {
    /** It fails, and nothing has happened. */
    FAIL_BEFORE,
    /** It fails, although it has happened. */
    FAIL_AFTER,
    /** The process dies before it. */
    DIE_BEFORE,
    /** The process dies when it has happened. */
    DIE_AFTER;

    boolean isBefore() {
        return this == FAIL_BEFORE || this == DIE_BEFORE;
    }

    boolean isDeath() {
        return this == DIE_BEFORE || this == DIE_AFTER;
    }
}
