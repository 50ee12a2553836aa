package dev.hookwarden.local.aws.secretsmanager;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All secrets. Each change is of one secret, alone, and kept before it is seen. */
final class SecretStore {
    private final ReentrantLock lock = new ReentrantLock();
    private final InstantSource clock;
    private final StateKeeper keeper;
    private Map<String, Secret> byArn;

    SecretStore(InstantSource clock, StateKeeper keeper) {
        this.clock = clock;
        this.keeper = keeper;
        this.byArn = keeper.load();
    }

    List<Secret> all() {
        lock.lock();
        try {
            Instant now = clock.instant();
            return byArn.values().stream()
                    .filter(secret -> !isGone(secret, now))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    Secret find(String secretId) {
        return all().stream()
                .filter(secret -> secret.identity().isMeantBy(secretId))
                .findFirst()
                .orElse(null);
    }

    /** The secret, deleted or not. */
    Secret get(String secretId) {
        Secret secret = find(secretId);
        if (secret == null) {
            throw Refusals.noSecret();
        }
        return secret;
    }

    /** The secret, which must not be marked for deletion. */
    Secret getLive(String secretId) {
        Secret secret = get(secretId);
        if (secret.isDeleted()) {
            throw Refusals.deleted();
        }
        return secret;
    }

    /** Changes a secret that is not marked for deletion. */
    Secret change(String secretId, UnaryOperator<Secret> change) {
        lock.lock();
        try {
            return replace(change.apply(getLive(secretId)));
        } finally {
            lock.unlock();
        }
    }

    /** Changes a secret, deleted or not. */
    Secret changeEvenDeleted(String secretId, UnaryOperator<Secret> change) {
        lock.lock();
        try {
            return replace(change.apply(get(secretId)));
        } finally {
            lock.unlock();
        }
    }

    /** Adds a secret, or hands over the one that has its name already. */
    Secret add(Secret created, UnaryOperator<Secret> ifThere) {
        lock.lock();
        try {
            Secret there = find(created.identity().name());
            return there == null ? replace(created) : ifThere.apply(there);
        } finally {
            lock.unlock();
        }
    }

    void remove(String arn) {
        lock.lock();
        try {
            Map<String, Secret> rest = new LinkedHashMap<>(byArn);
            rest.remove(arn);
            keep(rest);
        } finally {
            lock.unlock();
        }
    }

    void replaceAll(Map<String, Secret> secrets) {
        lock.lock();
        try {
            keep(new LinkedHashMap<>(secrets));
        } finally {
            lock.unlock();
        }
    }

    private Secret replace(Secret secret) {
        Map<String, Secret> next = new LinkedHashMap<>(byArn);
        Instant now = clock.instant();
        next.values().removeIf(other -> isGone(other, now));
        if (!secret.equals(next.put(secret.arn(), secret))) {
            keep(next);
        }
        return secret;
    }

    private void keep(Map<String, Secret> next) {
        keeper.save(new ArrayList<>(next.values()));
        byArn = Collections.unmodifiableMap(next);
    }

    private static boolean isGone(Secret secret, Instant now) {
        Instant gone = secret.dates().gone();
        return gone != null && !gone.isAfter(now);
    }
}
