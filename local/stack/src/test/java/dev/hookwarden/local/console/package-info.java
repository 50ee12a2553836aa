/**
 * The console's tests, those in a real browser among them. Where Chromium or ChromeDriver is missing these are skipped, and say so. On Debian:
 * {@code apt-get install chromium chromium-driver}.
 */
@NullMarked
package dev.hookwarden.local.console;

import org.jspecify.annotations.NullMarked;
