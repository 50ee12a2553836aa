/**
 * What the SDK's service clients cost ingest: the same handler over calls that are put together from the SDK's signer and HTTP client alone. Entry: {@link
 * dev.hookwarden.benchmarks.bare.BareHandler}. Invariant: an experiment to measure and not to deploy, for it knows no retries, time limits or errors by name.
 */
@NullMarked
package dev.hookwarden.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
