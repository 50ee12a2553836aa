/** Secrets Manager's documented rules, one test each. */
@NullMarked
package dev.hookwarden.local.aws.secretsmanager;

import org.jspecify.annotations.NullMarked;
