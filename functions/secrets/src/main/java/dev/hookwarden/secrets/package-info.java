/**
 * Keyrings read from AWS Secrets Manager. Entry: {@link dev.hookwarden.secrets.SecretsManagerKeyrings}. Invariant: a keyring holds only
 * versions that carry a stage, a previous key never past its deadline; strangers can't make it read more often; no key's value
 * appears in any text.
 */
@NullMarked
package dev.hookwarden.secrets;

import org.jspecify.annotations.NullMarked;
