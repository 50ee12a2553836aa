package dev.hookwarden.providerapi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.hookwarden.provider.ApiKey;
import dev.hookwarden.provider.ProviderApi;
import dev.hookwarden.providerapi.HttpAnswer.Whole;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Answers that may be used again, each for its own time, at most {@value #MAX_BYTES} bytes of them. */
final class KeptAnswers {
    static final long MAX_BYTES = 8L * 1024 * 1024;

    /** What an answer weighs beside its body, roughly. */
    private static final int OVERHEAD = 512;

    private final Cache<String, Kept> answers;

    KeptAnswers(InstantSource clock) {
        this.answers = Caffeine.newBuilder()
                .maximumWeight(MAX_BYTES)
                .<String, Kept>weigher((name, kept) -> kept.answer.body().size() + OVERHEAD)
                .expireAfter(Expiry.<String, Kept>writing((name, kept) -> kept.lifetime))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    Optional<Whole> get(String name) {
        return Optional.ofNullable(answers.getIfPresent(name)).map(Kept::answer);
    }

    void keep(String name, Whole answer, Duration lifetime) {
        if (lifetime.isPositive()) {
            answers.put(name, new Kept(answer, lifetime));
        }
    }

    void forget() {
        answers.invalidateAll();
    }

    /** What tells two calls apart, the key that they are made with included. A hash, so that it shows neither key nor path. */
    static String name(ProviderApi api, ApiCall<?> call, ApiKey key) {
        // None of the parts can contain a line break.
        String parts = String.join(
                "\n", api.baseUrl().toString(), call.method(), call.pathAndQuery(), api.authHeader(), key.value());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(parts.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private record Kept(Whole answer, Duration lifetime) {}
}
