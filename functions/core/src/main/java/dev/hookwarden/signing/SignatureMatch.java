package dev.hookwarden.signing;

import dev.hookwarden.signing.Verification.Refused;
import dev.hookwarden.signing.Verification.Verified;
import java.security.MessageDigest;
import java.util.List;

/** Compares the signatures presented with those that the keyring's keys make. */
final class SignatureMatch {
    private SignatureMatch() {}

    /** Tries every key against every signature in constant time; the first key of the keyring that matches is the one reported. */
    static Verification find(Keyring keyring, MacAlgorithm algorithm, List<byte[]> presented, byte[]... signedParts) {
        Verification result = new Refused(RefusalReason.SIGNATURE_MISMATCH);
        for (StagedKey candidate : keyring.keys()) {
            byte[] expected = algorithm.sign(candidate.key(), signedParts);
            for (byte[] signature : presented) {
                boolean match = MessageDigest.isEqual(expected, signature);
                if (match && result instanceof Refused) {
                    result = new Verified(candidate.stage(), candidate.versionId(), candidate.verifiesUntil());
                }
            }
        }
        return result;
    }
}
