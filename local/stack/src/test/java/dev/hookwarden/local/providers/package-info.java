/** Holds the simulated providers against what the real ones document, over a real socket. */
@NullMarked
package dev.hookwarden.local.providers;

import org.jspecify.annotations.NullMarked;
