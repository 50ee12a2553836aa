package dev.hookwarden.rotation;

import dev.hookwarden.provider.ProviderKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A key became current.
 *
 * @param previousVersionId the version that was current before
 * @param overlapEnds when the previous key stops verifying; the moment of the rotation where there is no overlap
 */
public record KeyRotated(ProviderKey key, String versionId, Optional<String> previousVersionId, Instant overlapEnds) {
    /** The same for every repetition of the event, by which its receivers drop repeats. */
    public String id() {
        return key.id() + "#" + versionId;
    }
}
