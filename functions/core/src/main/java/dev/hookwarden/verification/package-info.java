/**
 * Verification against a keyring that changes under traffic. Entry: {@link dev.hookwarden.verification.Verifier}. Invariant: a
 * rotation is noticed on the first delivery signed with the new key, and forgeries can't run up reads.
 */
@NullMarked
package dev.hookwarden.verification;

import org.jspecify.annotations.NullMarked;
