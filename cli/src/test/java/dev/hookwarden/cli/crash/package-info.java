/**
 * The packaged local stack, killed again and again under load. Entry: {@code CrashIT}. Invariant: the ledger knows what was sent and answered from
 * the sender's side alone, and the judge believes the stack nothing that isn't on the bus, in the table or in the dead-letter queue.
 */
@NullMarked
package dev.hookwarden.cli.crash;

import org.jspecify.annotations.NullMarked;
