/**
 * Signature schemes, signing keys and the check itself. Entry: {@link dev.hookwarden.signing.SignatureScheme}. Invariant: the exact
 * bytes are checked, in constant time, against every key of the keyring; no key or signature appears in any text.
 */
@NullMarked
package dev.hookwarden.signing;

import org.jspecify.annotations.NullMarked;
