/**
 * What stand-ins keep on disk. Entry: {@link dev.hookwarden.local.aws.journal.Journal}. Invariant: what a call wrote has left the process when
 * the call returns, so that it outlives any end of the process.
 */
@NullMarked
package dev.hookwarden.local.aws.journal;

import org.jspecify.annotations.NullMarked;
