package dev.hookwarden.signing;

import dev.hookwarden.signing.Verification.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** The time that a signature covers, in whole seconds since 1970, written in ASCII digits. */
final class SignedTime {
    /** {@link Long#parseLong} alone also takes a plus sign and the digits of other scripts. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    private SignedTime() {}

    static String write(Instant at) {
        return Long.toString(at.getEpochSecond());
    }

    /** The refusal, or empty when the text is a time at most {@code tolerance} before or after {@code now}. */
    static Optional<Refused> flaw(String text, Instant now, Duration tolerance) {
        if (!SECONDS.matcher(text).matches()) {
            return Optional.of(new Refused(RefusalReason.TIMESTAMP_MALFORMED));
        }
        Duration distance = Duration.between(Instant.ofEpochSecond(Long.parseLong(text)), now)
                .abs();
        return distance.compareTo(tolerance) > 0
                ? Optional.of(new Refused(RefusalReason.TIMESTAMP_OUTSIDE_TOLERANCE))
                : Optional.empty();
    }
}
