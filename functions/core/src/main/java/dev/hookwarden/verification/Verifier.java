package dev.hookwarden.verification;

import dev.hookwarden.http.Headers;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.Keyring;
import dev.hookwarden.signing.RefusalReason;
import dev.hookwarden.signing.Verification;
import dev.hookwarden.signing.Verification.Refused;
import dev.hookwarden.signing.Verification.Verified;
import java.time.Instant;
import java.util.Optional;

/** Verifies attempts against keyrings that may change at any moment. */
public final class Verifier {
    private static final Refused MISMATCH = new Refused(RefusalReason.SIGNATURE_MISMATCH);

    private final Keyrings keyrings;

    public Verifier(Keyrings keyrings) {
        this.keyrings = keyrings;
    }

    /**
     * Checks an attempt with its provider's scheme and keyring; after a mismatch once more with a fresher keyring, if there is one.
     *
     * @param payload the exact bytes received
     * @param receivedAt when they were received
     * @throws KeyringUnavailableException if there is no keyring to check with
     */
    public Verification verify(Provider provider, Headers headers, byte[] payload, Instant receivedAt) {
        Keyring keyring = keyrings.current(provider);
        Verification first = provider.scheme().verify(headers, payload, keyring, receivedAt);
        if (!first.equals(MISMATCH)) {
            return first;
        }
        Optional<Keyring> fresher = keyrings.refreshed(provider, keyring);
        return fresher.isPresent() ? provider.scheme().verify(headers, payload, fresher.get(), receivedAt) : first;
    }

    /**
     * Whether a key that verifies now has signed an attempt too, beside the one that could not be verified.
     *
     * @param voucherHeader where that signature is
     */
    public boolean isVouchedFor(
            Provider provider, Headers headers, String voucherHeader, byte[] payload, Instant receivedAt) {
        if (headers.all(voucherHeader).isEmpty()) {
            return false;
        }
        Headers vouched = headers.with(provider.scheme().header(), headers.all(voucherHeader));
        try {
            return provider.scheme().verify(vouched, payload, keyrings.current(provider), receivedAt)
                    instanceof Verified;
        } catch (KeyringUnavailableException noKey) {
            // The attempt was refused before, and stays so.
            return false;
        }
    }
}
