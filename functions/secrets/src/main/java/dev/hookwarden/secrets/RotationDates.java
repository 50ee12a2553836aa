package dev.hookwarden.secrets;

import java.time.Instant;
import java.util.Optional;

/**
 * What Secrets Manager says of a secret's rotation.
 *
 * @param last when a rotation last succeeded
 * @param next when the schedule starts the next one
 * @param changed when anything of the secret last changed
 */
public record RotationDates(
        boolean enabled, Optional<Instant> last, Optional<Instant> next, Optional<Instant> changed) {}
