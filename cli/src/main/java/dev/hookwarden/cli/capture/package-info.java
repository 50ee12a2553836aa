/**
 * Attempts that somebody kept in files. Entry: {@link dev.hookwarden.cli.capture.Capture}. Invariant: what is wrong with a file is said by
 * its line's number, never by what stands there.
 */
@NullMarked
package dev.hookwarden.cli.capture;

import org.jspecify.annotations.NullMarked;
