/**
 * Sending as a provider does. Entry: {@link dev.hookwarden.cli.sending.WebhookClient}. Invariant: a payload is signed as its bytes are sent.
 */
@NullMarked
package dev.hookwarden.cli.sending;

import org.jspecify.annotations.NullMarked;
