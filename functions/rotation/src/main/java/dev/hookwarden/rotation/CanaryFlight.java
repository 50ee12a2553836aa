package dev.hookwarden.rotation;

import dev.hookwarden.delivery.Canary;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.providerapi.Pause;
import dev.hookwarden.rotation.CanaryOutcome.Lost;
import dev.hookwarden.rotation.CanaryOutcome.Refused;
import dev.hookwarden.rotation.CanaryOutcome.Returned;
import dev.hookwarden.signing.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Sends a canary signed with a key through our own webhook address, and looks for it at the other end.
 *
 * <p>A refusal is tried again for as long as patience lasts: a running copy of the receiver learns of a new key only when a signature
 * doesn't match, and at most once per refresh interval. Lest such a refusal look like an attack, the current key vouches for the canary.
 */
final class CanaryFlight {
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final int NONCE_BYTES = 16;
    private static final int OK = 200;

    private final CanaryPost post;
    private final CanaryRecords records;
    private final Duration patience;
    private final InstantSource clock;
    private final Pause pause;
    private final RandomGenerator random;

    /** @param patience how long to try until it is taken, and again how long to look for it */
    CanaryFlight(
            CanaryPost post,
            CanaryRecords records,
            Duration patience,
            InstantSource clock,
            Pause pause,
            RandomGenerator random) {
        this.post = post;
        this.records = records;
        this.patience = patience;
        this.clock = clock;
        this.pause = pause;
        this.random = random;
    }

    /**
     * Sends one canary, as often as it takes, and waits for it.
     *
     * @param value the signing key as the provider shows it
     * @param current the key that receivers know already
     * @param isThisKey whether a version holds this key. More than one may: a receiver can still hold a version of the same key whose label
     *     was taken off meanwhile
     */
    CanaryOutcome fly(Provider provider, String value, Optional<SigningKey> current, Predicate<String> isThisKey) {
        Canary canary = new Canary(nonce());
        SigningKey key = provider.scheme().signingKey(value);
        Instant giveUpAt = clock.instant().plus(patience);
        int status = send(provider, canary, key, current);
        while (status != OK && mayChange(status) && clock.instant().isBefore(giveUpAt)) {
            pause.last(BETWEEN_TRIES);
            status = send(provider, canary, key, current);
        }
        return status == OK ? returned(provider, canary, isThisKey) : refused(status);
    }

    private int send(Provider provider, Canary canary, SigningKey key, Optional<SigningKey> current) {
        Instant now = clock.instant();
        Map<String, String> headers = new HashMap<>(signed(provider, canary, key, now));
        current.map(known -> signed(provider, canary, known, now)
                        .get(provider.scheme().header()))
                .ifPresent(signature -> headers.put(Canary.VOUCHER_HEADER, signature));
        return post.post(provider.id(), headers, canary.payload());
    }

    private static Map<String, String> signed(Provider provider, Canary canary, SigningKey key, Instant at) {
        return provider.scheme().sign(key, canary.payload().bytes(), canary.deliveryId(), at);
    }

    private static boolean mayChange(int status) {
        return status == CanaryPost.NO_ANSWER || status == 401 || status == 429 || status >= 500;
    }

    private static CanaryOutcome refused(int status) {
        return mayChange(status) && status != 401 ? new Lost("status_" + status) : new Refused("status_" + status);
    }

    private CanaryOutcome returned(Provider provider, Canary canary, Predicate<String> isThisKey) {
        String id = canary.idempotencyKey(provider.id());
        Instant giveUpAt = clock.instant().plus(patience);
        Optional<String> verifiedBy = records.keyVersion(id);
        while (verifiedBy.isEmpty() && clock.instant().isBefore(giveUpAt)) {
            pause.last(BETWEEN_TRIES);
            verifiedBy = records.keyVersion(id);
        }
        return verifiedBy
                .<CanaryOutcome>map(version -> isThisKey.test(version) ? new Returned() : new Refused("by_another_key"))
                .orElseGet(() -> new Lost("in_queue"));
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
