/**
 * Deliveries of an installation, copied to a developer's machine. Entry: {@link dev.hookwarden.cli.listen.ListenCommand}. Invariant: what is
 * made for it in the installation is removed again, and a payload leaves this machine only when that is said.
 */
@NullMarked
package dev.hookwarden.cli.listen;

import org.jspecify.annotations.NullMarked;
