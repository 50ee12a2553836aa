package dev.hookwarden.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.Keyring;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Zenoo (no overlap) and JobsiteOn (seven days) with a current key each, nothing read yet, and no jitter. */
final class KeyringScenario {
    static final String ZENOO = "hookwarden/test/zenoo/signing-key";
    static final String JOBSITEON = "hookwarden/test/jobsiteon/api-key";
    static final String FIRST = "first-2f8c1d7ae5b94063";
    static final String SECOND = "second-9b1e44c07fd23a68";
    static final String THIRD = "third-60d3a7b8c912ef45";

    final MutableClock clock = new MutableClock();
    final InMemorySecretsManager secretsManager = new InMemorySecretsManager(clock);
    final List<LogLine> lines = new CopyOnWriteArrayList<>();
    final SecretsManagerKeyrings keyrings = withJitter(0);

    KeyringScenario() {
        secretsManager.put(ZENOO, "z1", "zenoo-" + FIRST);
        secretsManager.put(JOBSITEON, "v1", FIRST);
        clock.advance(Duration.ofDays(30));
    }

    SecretsManagerKeyrings withJitter(double random) {
        return new SecretsManagerKeyrings(
                secretsManager,
                new SecretNames("hookwarden/test"),
                KeyringSettings.DEFAULT,
                clock,
                () -> random,
                lines::add);
    }

    Keyring jobsiteon() {
        return keyrings.current(Provider.JOBSITEON);
    }

    Keyring zenoo() {
        return keyrings.current(Provider.ZENOO);
    }

    /** Each key as {@code STAGE version}. */
    static List<String> shown(Keyring keyring) {
        return keyring.keys().stream()
                .map(key -> key.stage() + " " + key.versionId())
                .toList();
    }

    List<LogLine> logged(LogEvent event) {
        return lines.stream().filter(line -> line.event() == event).toList();
    }

    LogLine loggedOnce(LogEvent event) {
        assertThat(logged(event)).hasSize(1);
        return logged(event).getFirst();
    }
}
