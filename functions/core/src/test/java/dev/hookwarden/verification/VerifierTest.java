package dev.hookwarden.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookwarden.http.Headers;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.KeyStage;
import dev.hookwarden.signing.Keyring;
import dev.hookwarden.signing.RefusalReason;
import dev.hookwarden.signing.StagedKey;
import dev.hookwarden.signing.Verification;
import dev.hookwarden.signing.Verification.Refused;
import dev.hookwarden.signing.Verification.Verified;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class VerifierTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final byte[] PAYLOAD = "{\"event_id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8);
    private static final String VOUCHER = "X-Voucher";
    private static final Keyring OLD = keyring("old-8f742231b10e", KeyStage.CURRENT, "v1");
    private static final Keyring NEW = keyring("new-1c3e5a7b9d0f", KeyStage.PENDING, "v2");

    private final List<Keyring> refreshesAfter = new ArrayList<>();

    private static Keyring keyring(String key, KeyStage stage, String version) {
        return new Keyring(List.of(new StagedKey(Provider.ZENOO.scheme().signingKey(key), stage, version)));
    }

    private static Headers signedWith(Keyring keyring) {
        return Headers.of(Provider.ZENOO.scheme().sign(keyring.current().key(), PAYLOAD, "", NOW));
    }

    private Verification verify(Headers headers, Keyring held, Optional<Keyring> fresher) {
        return new Verifier(holding(held, fresher)).verify(Provider.ZENOO, headers, PAYLOAD, NOW);
    }

    private Keyrings holding(Keyring held, Optional<Keyring> fresher) {
        return new Keyrings() {
            @Override
            public Keyring current(Provider provider) {
                assertThat(provider).isEqualTo(Provider.ZENOO);
                return held;
            }

            @Override
            public Optional<Keyring> refreshed(Provider provider, Keyring stale) {
                assertThat(provider).isEqualTo(Provider.ZENOO);
                refreshesAfter.add(stale);
                return fresher;
            }
        };
    }

    @Test
    void verifiesWithTheKeyringHeldAndReadsNothing() {
        assertThat(verify(signedWith(OLD), OLD, Optional.of(NEW))).isEqualTo(new Verified(KeyStage.CURRENT, "v1"));
        assertThat(refreshesAfter).isEmpty();
    }

    @Test
    void verifiesWithAFresherKeyringAfterAMismatch() {
        assertThat(verify(signedWith(NEW), OLD, Optional.of(NEW))).isEqualTo(new Verified(KeyStage.PENDING, "v2"));
        assertThat(refreshesAfter).containsExactly(OLD);
    }

    @Test
    void refusesWhatTheFresherKeyringDoesNotMatchEitherAndAsksOnce() {
        Keyring third = keyring("third-0f1e2d3c4b5a", KeyStage.CURRENT, "v3");

        assertThat(verify(signedWith(third), OLD, Optional.of(NEW)))
                .isEqualTo(new Refused(RefusalReason.SIGNATURE_MISMATCH));
        assertThat(refreshesAfter).containsExactly(OLD);
    }

    @Test
    void refusesAMismatchWhenThereIsNothingFresher() {
        assertThat(verify(signedWith(NEW), OLD, Optional.empty()))
                .isEqualTo(new Refused(RefusalReason.SIGNATURE_MISMATCH));
        assertThat(refreshesAfter).containsExactly(OLD);
    }

    @Test
    void neverRefreshesForWhatNoKeyCouldHaveSigned() {
        String header = Provider.ZENOO.scheme().header();
        Headers repeated = new Headers.Builder()
                .add(header, "sha256=00")
                .add(header, "sha256=00")
                .build();

        assertThat(verify(Headers.of(Map.of()), OLD, Optional.of(NEW)))
                .isEqualTo(new Refused(RefusalReason.SIGNATURE_MISSING));
        assertThat(verify(Headers.of(Map.of(header, "sha256=")), OLD, Optional.of(NEW)))
                .isEqualTo(new Refused(RefusalReason.SIGNATURE_MALFORMED));
        assertThat(verify(repeated, OLD, Optional.of(NEW))).isEqualTo(new Refused(RefusalReason.SIGNATURE_REPEATED));
        assertThat(refreshesAfter).isEmpty();
    }

    @Test
    void passesOnThatThereIsNoKeyring() {
        KeyringUnavailableException unavailable =
                new KeyringUnavailableException("zenoo/signing-key could not be read");

        assertThatThrownBy(
                        () -> new Verifier(without(unavailable)).verify(Provider.ZENOO, signedWith(OLD), PAYLOAD, NOW))
                .isSameAs(unavailable);
    }

    @Test
    void isVouchedForByAKeyThatVerifiesNow() {
        Verifier verifier = new Verifier(holding(OLD, Optional.empty()));

        assertThat(isVouchedFor(verifier, Headers.of(Map.of(VOUCHER, signature(OLD)))))
                .isTrue();
        assertThat(isVouchedFor(verifier, Headers.of(Map.of(VOUCHER, signature(NEW)))))
                .isFalse();
        assertThat(isVouchedFor(verifier, signedWith(OLD))).isFalse();
    }

    @Test
    void vouchesForNothingWithoutAKeyring() {
        Verifier verifier =
                new Verifier(without(new KeyringUnavailableException("zenoo/signing-key could not be read")));

        assertThat(isVouchedFor(verifier, Headers.of(Map.of(VOUCHER, signature(OLD)))))
                .isFalse();
    }

    private static boolean isVouchedFor(Verifier verifier, Headers headers) {
        return verifier.isVouchedFor(Provider.ZENOO, headers, VOUCHER, PAYLOAD, NOW);
    }

    private static String signature(Keyring keyring) {
        return signedWith(keyring).all(Provider.ZENOO.scheme().header()).getFirst();
    }

    private static Keyrings without(KeyringUnavailableException unavailable) {
        return new Keyrings() {
            @Override
            public Keyring current(Provider provider) {
                throw unavailable;
            }

            @Override
            public Optional<Keyring> refreshed(Provider provider, Keyring stale) {
                throw new AssertionError("Nothing is stale when nothing is held");
            }
        };
    }
}
