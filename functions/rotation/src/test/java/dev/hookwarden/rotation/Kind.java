package dev.hookwarden.rotation;

import dev.hookwarden.provider.Identification;
import dev.hookwarden.provider.KeySource;
import dev.hookwarden.provider.KeyUse;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.provider.SchemeOrigin;
import dev.hookwarden.signing.StandardWebhooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A key of each kind that rotates. */
enum Kind {
    /** Brought by a person, calls the API, the old one dies at once. */
    ZENOO_API_KEY,
    /** Brought by a person, signs, no overlap. */
    ZENOO_SIGNING_KEY,
    /** Brought by a person, both uses, overlaps. */
    JOBSITEON_API_KEY,
    /** Made by us and installed at the provider. */
    SAMPLE_SIGNING_KEY;

    static final List<Provider> PROVIDERS = List.of(Provider.ZENOO, Provider.JOBSITEON, Samples.PROVIDER);

    RotatingKey key() {
        return switch (this) {
            case ZENOO_API_KEY -> new RotatingKey(Provider.ZENOO, Provider.ZENOO.apiKey());
            case ZENOO_SIGNING_KEY -> new RotatingKey(Provider.ZENOO, Provider.ZENOO.signingKey());
            case JOBSITEON_API_KEY -> new RotatingKey(Provider.JOBSITEON, Provider.JOBSITEON.apiKey());
            case SAMPLE_SIGNING_KEY -> new RotatingKey(Samples.PROVIDER, Samples.PROVIDER.signingKey());
        };
    }

    boolean isSubmitted() {
        return key().key().source() instanceof KeySource.Submitted;
    }

    String secret() {
        return RotationWorld.NAMES.secret(key().key());
    }

    String inbox() {
        return RotationWorld.NAMES.inbox(key().key());
    }

    String oldKey() {
        return sample("old");
    }

    String newKey() {
        return sample("new");
    }

    /** With characters that every encoding changes, and itself the base64 that the made-up provider's scheme asks for. */
    private String sample(String age) {
        byte[] bytes = (age + "?>?>" + name()).getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A provider that lets us install keys, as GitHub does for the secret of a webhook. */
    private static final class Samples {
        static final Provider PROVIDER = new Provider(
                "sample",
                new StandardWebhooks(Duration.ofMinutes(5)),
                SchemeOrigin.DOCUMENTED,
                new Identification(Optional.empty(), Optional.empty()),
                List.of(new ProviderKey(
                        "sample",
                        "signing-key",
                        Set.of(KeyUse.SIGNS_DELIVERIES),
                        new KeySource.Generated(),
                        Duration.ofDays(1),
                        Duration.ofDays(90))),
                Provider.ZENOO.api(),
                Duration.ofSeconds(10));
    }
}
