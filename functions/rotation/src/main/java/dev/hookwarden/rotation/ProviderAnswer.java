package dev.hookwarden.rotation;

/** What a provider says of a key. */
public sealed interface ProviderAnswer {
    /** It takes the key. */
    record Accepted() implements ProviderAnswer {}

    /** It knows the key for one that may not do this, or not at all. */
    record Rejected(int status) implements ProviderAnswer {
        RotationRefusedException refusal() {
            return RotationRefusedException.of(RotationRefusal.CANDIDATE_REJECTED_BY_PROVIDER, "status_" + status);
        }
    }

    /**
     * It says nothing of the key: it is busy, broken or silent.
     *
     * @param reason a word for the log
     */
    record Unclear(String reason) implements ProviderAnswer {
        RotationRefusedException refusal() {
            return RotationRefusedException.of(RotationRefusal.PROVIDER_UNAVAILABLE, reason);
        }
    }
}
