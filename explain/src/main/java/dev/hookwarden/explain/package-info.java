/**
 * Why an attempt was refused, step by step, with the likely mistake. Entry: {@link dev.hookwarden.explain.Explanation#of}. Invariant: what
 * verifies is decided by the product's own verifier alone, and no key, signature or payload appears in any text.
 */
@NullMarked
package dev.hookwarden.explain;

import org.jspecify.annotations.NullMarked;
