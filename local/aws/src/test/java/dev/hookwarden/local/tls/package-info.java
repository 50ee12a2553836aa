/** Holds the certificates against the JDK's own judgement. Invariant: every refusal is the handshake's, over a real socket. */
@NullMarked
package dev.hookwarden.local.tls;

import org.jspecify.annotations.NullMarked;
