/** Enrichment against providers that answer what a test says. */
@NullMarked
package dev.hookwarden.processor.enrichment;

import org.jspecify.annotations.NullMarked;
