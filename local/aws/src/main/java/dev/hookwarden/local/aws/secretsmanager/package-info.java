/**
 * AWS Secrets Manager as its API reference describes it, rotation included.
 *
 * <p>Start at {@link dev.hookwarden.local.aws.secretsmanager.StrictSecretsManager}. Invariants: a label is on one
 * version at most; a call changes one secret wholly or not at all, and is answered only after its effect is kept.
 *
 * <p>Source of the rules: <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/">API reference</a>.
 */
@NullMarked
package dev.hookwarden.local.aws.secretsmanager;

import org.jspecify.annotations.NullMarked;
