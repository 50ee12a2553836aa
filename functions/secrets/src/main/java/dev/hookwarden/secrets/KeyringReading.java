package dev.hookwarden.secrets;

import dev.hookwarden.signing.KeyStage;
import dev.hookwarden.signing.StagedKey;
import java.util.List;

/**
 * What Secrets Manager says of a key at one moment.
 *
 * @param keys the usable ones: current, pending, previous with its deadline; empty when there is none
 */
record KeyringReading(List<StagedKey> keys, List<LeftOut> leftOut) {
    static final KeyringReading NOTHING = new KeyringReading(List.of(), List.of());

    KeyringReading {
        keys = List.copyOf(keys);
        leftOut = List.copyOf(leftOut);
    }

    /** A version that has a stage and no usable key. */
    record LeftOut(KeyStage stage, String versionId, String defect) {}
}
