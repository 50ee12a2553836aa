/** What outlives the process, and what doesn't. */
@NullMarked
package dev.hookwarden.local.aws.journal;

import org.jspecify.annotations.NullMarked;
