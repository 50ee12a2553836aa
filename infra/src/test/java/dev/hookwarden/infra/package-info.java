/**
 * Holds every template against the rules it must follow and against the Java that it deploys. {@link Templates} reads them, {@link Stack}
 * evaluates them. A rule is a function from a template to what offends it, so that each is shown both to pass on ours and to fail on one with
 * a mistake.
 */
@NullMarked
package dev.hookwarden.infra;

import org.jspecify.annotations.NullMarked;
