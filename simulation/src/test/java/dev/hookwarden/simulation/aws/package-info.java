/**
 * AWS as the functions see it: their SDK clients, over no wire, to strict stand-ins, with trouble before and after each call. Entry:
 * {@link dev.hookwarden.simulation.aws.InProcessHttp}. Invariant: nothing sleeps and no socket is opened.
 */
@NullMarked
package dev.hookwarden.simulation.aws;

import org.jspecify.annotations.NullMarked;
