/** Tests of the lines that reach standard output. Entry: {@code PowertoolsEventLogTest}. Invariant: they run the configuration that deploys. */
@NullMarked
package dev.hookwarden.logging;

import org.jspecify.annotations.NullMarked;
