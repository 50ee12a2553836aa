/**
 * The function behind the webhook address: an attempt in, verified and queued, an answer out. Entry:
 * {@link dev.hookwarden.ingest.IngestHandler}. Invariant: 2xx means durably queued; a refusal is never 5xx, a fault never 2xx.
 */
@NullMarked
package dev.hookwarden.ingest;

import org.jspecify.annotations.NullMarked;
