package dev.hookwarden.signing;

import dev.hookwarden.http.Headers;
import dev.hookwarden.signing.Verification.Refused;
import java.util.Optional;

/** A header that must be there exactly once: of two values nobody can say which one was meant. */
enum SingleHeader {
    SIGNATURE(RefusalReason.SIGNATURE_MISSING, RefusalReason.SIGNATURE_REPEATED),
    TIMESTAMP(RefusalReason.TIMESTAMP_MISSING, RefusalReason.TIMESTAMP_REPEATED),
    ID(RefusalReason.ID_MISSING, RefusalReason.ID_REPEATED);

    private final RefusalReason missing;
    private final RefusalReason repeated;

    SingleHeader(RefusalReason missing, RefusalReason repeated) {
        this.missing = missing;
        this.repeated = repeated;
    }

    /** The refusal, or empty when {@code headers.all(name)} has exactly one value. */
    Optional<Refused> flaw(Headers headers, String name) {
        return switch (headers.all(name).size()) {
            case 0 -> Optional.of(new Refused(missing));
            case 1 -> Optional.empty();
            default -> Optional.of(new Refused(repeated));
        };
    }
}
