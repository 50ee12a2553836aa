/**
 * Keys read from AWS Secrets Manager. Entries: {@link dev.hookwarden.secrets.SecretsManagerKeyrings} for those that verify, {@link
 * dev.hookwarden.secrets.SecretsManagerApiKeys} for those that call. Invariant: a keyring holds only
 * versions that carry a stage, a previous key never past its deadline; strangers can't make it read more often; no key's value
 * appears in any text.
 */
@NullMarked
package dev.hookwarden.secrets;

import org.jspecify.annotations.NullMarked;
