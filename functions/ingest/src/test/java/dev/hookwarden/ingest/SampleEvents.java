package dev.hookwarden.ingest;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.KeyStage;
import dev.hookwarden.signing.Keyring;
import dev.hookwarden.signing.StagedKey;
import dev.hookwarden.verification.Keyrings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The files in {@code events/} and the keys that they are signed with. */
final class SampleEvents {
    static final Path FOLDER = Path.of(System.getProperty("hookwarden.root"), "events");

    private static final Map<String, String> KEYS = Map.of(
            "zenoo", "hookwarden-sample-key-zenoo-7f3a9c51",
            "jobsiteon", "hookwarden-sample-key-jobsiteon-b2d84e06",
            "github", "hookwarden-sample-key-github-5c10be37",
            "stripe", "whsec_hookwardenSampleKeyStripe4e72a0d8",
            "standard-webhooks", "whsec_aG9va3dhcmRlbi1zYW1wbGUta2V5LXN3LTNkOWY4MWM0");

    /** When those are signed that sign a time. */
    static final Instant SIGNED_AT = Instant.parse("2026-11-20T12:00:00Z");

    private SampleEvents() {}

    static String key(String providerId) {
        return Objects.requireNonNull(KEYS.get(providerId), "there is no sample key of " + providerId);
    }

    static InputStream open(String file) {
        try {
            return new ByteArrayInputStream(Files.readAllBytes(FOLDER.resolve(file)));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static Attempt attempt(String file) {
        try {
            return ApiGatewayEvent.read(open(file));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** Keyrings that hold the sample keys, and nothing fresher. */
    static Keyrings keyrings() {
        return new Keyrings() {
            @Override
            public Keyring current(Provider provider) {
                String key = key(provider.id());
                return new Keyring(List.of(new StagedKey(
                        provider.scheme().signingKey(key), KeyStage.CURRENT, "version-" + provider.id())));
            }

            @Override
            public Optional<Keyring> refreshed(Provider provider, Keyring stale) {
                return Optional.empty();
            }
        };
    }
}
