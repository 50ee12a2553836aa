/**
 * What a provider's API adds to its deliveries. Entry: {@link dev.hookwarden.processor.enrichment.Enricher}. Invariant: what is called is
 * the configured address and path; of a payload comes one name at the end of it, and it is logged nowhere.
 */
@NullMarked
package dev.hookwarden.processor.enrichment;

import org.jspecify.annotations.NullMarked;
