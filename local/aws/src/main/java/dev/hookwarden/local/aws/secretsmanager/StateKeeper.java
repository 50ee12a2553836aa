package dev.hookwarden.local.aws.secretsmanager;

import java.util.List;
import java.util.Map;

/** Keeps the secrets beyond the life of the process, or not. */
interface StateKeeper {
    /** What was kept last, by ARN. */
    Map<String, Secret> load();

    /** Keeps these; when it returns, they are kept. */
    void save(List<Secret> secrets);

    /** Keeps nothing. */
    static StateKeeper none() {
        return new StateKeeper() {
            @Override
            public Map<String, Secret> load() {
                return Map.of();
            }

            @Override
            public void save(List<Secret> secrets) {}
        };
    }
}
