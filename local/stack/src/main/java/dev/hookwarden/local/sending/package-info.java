/**
 * Sending as a provider does. Entry: {@link dev.hookwarden.local.sending.WebhookClient}. Invariant: a payload is signed as its bytes are sent.
 */
@NullMarked
package dev.hookwarden.local.sending;

import org.jspecify.annotations.NullMarked;
