package dev.hookwarden.provider;

import dev.hookwarden.provider.KeySource.Submitted;
import dev.hookwarden.provider.Location.Field;
import dev.hookwarden.provider.Location.Header;
import dev.hookwarden.signing.BodyHmac;
import dev.hookwarden.signing.MacAlgorithm;
import dev.hookwarden.signing.SignatureEncoding;
import dev.hookwarden.signing.SignatureScheme;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A system that sends deliveries: everything that Hookwarden knows of it, in one constant. A provider is ready when it also has its
 * stanza in {@code template.yaml}.
 *
 * @param id the last part of its webhook address and the first part of its keys' names: lower-case letters, digits and hyphens
 * @param acknowledgement how long it waits for an answer before it counts the attempt as failed
 */
public record Provider(
        String id,
        SignatureScheme scheme,
        SchemeOrigin schemeOrigin,
        Identification identification,
        List<ProviderKey> keys,
        ProviderApi api,
        Duration acknowledgement) {

    /** Identity checks. Facts from docs.zenoo.com; where it is silent the comment says so. */
    public static final Provider ZENOO = new Provider(
            "zenoo",
            new BodyHmac("X-Zenoo-Signature", MacAlgorithm.HMAC_SHA256, SignatureEncoding.HEX, "sha256="),
            SchemeOrigin.DOCUMENTED,
            // Case-management webhooks carry event_id. Journey webhooks carry no id: two checks of one journey may fail
            // in the
            // same second, so nothing less than the whole payload tells them apart.
            new Identification(Optional.of(new Field("event_id")), Optional.of(new Field("event_type"))),
            List.of(
                    // Whether a webhook secret overlaps with the next one is not documented, so none is assumed.
                    new ProviderKey(
                            "zenoo",
                            "signing-key",
                            Set.of(KeyUse.SIGNS_DELIVERIES),
                            new Submitted("Ask Zenoo support for a new webhook secret."),
                            Duration.ZERO,
                            Duration.ofDays(90)),
                    new ProviderKey(
                            "zenoo",
                            "api-key",
                            Set.of(KeyUse.CALLS_API),
                            new Submitted("Ask Zenoo support for a new API key; the old one dies in that moment."),
                            Duration.ZERO,
                            Duration.ofDays(90))),
            new ProviderApi(
                    URI.create("https://instance.prod.onboardapp.io"),
                    "X-API-KEY",
                    "",
                    "/v1/cases?limit=1",
                    "sync",
                    // In a rolling minute, for each project and endpoint; staging allows 50 over all.
                    List.of(
                            RateLimit.perMinute("sync", 100),
                            RateLimit.perMinute("init", 100),
                            RateLimit.perMinute("pull", 300),
                            RateLimit.perMinute("screening", 200)),
                    new RetryPlan.Stated(
                            List.of(
                                    Duration.ZERO,
                                    Duration.ofSeconds(5),
                                    Duration.ofSeconds(25),
                                    Duration.ofSeconds(60)),
                            Duration.ofSeconds(30)),
                    Pins.NONE),
            Duration.ofSeconds(30));

    /** Field service. Facts from help.jobsiteon.com, which names the signature's header and key and nothing else of its form. */
    public static final Provider JOBSITEON = new Provider(
            "jobsiteon",
            // Algorithm, encoding and prefix are a guess, to be confirmed against one real delivery; configuration can
            // replace it.
            new BodyHmac("X-Signature", MacAlgorithm.HMAC_SHA256, SignatureEncoding.HEX, ""),
            SchemeOrigin.ASSUMED,
            // Neither a delivery id nor the event type's place is documented: the payload's hash identifies a delivery.
            new Identification(Optional.empty(), Optional.of(new Field("event_type"))),
            List.of(new ProviderKey(
                    "jobsiteon",
                    "api-key",
                    Set.of(KeyUse.SIGNS_DELIVERIES, KeyUse.CALLS_API),
                    new Submitted("As Owner, make a new key in Settings > Workspace > Integrations > API Keys."),
                    Duration.ofDays(7),
                    Duration.ofDays(90))),
            new ProviderApi(
                    URI.create("https://api.jobsiteon.com/v1"),
                    "Authorization",
                    "Bearer ",
                    "/contacts",
                    RateLimit.EVERY_CALL,
                    List.of(RateLimit.perMinute(RateLimit.EVERY_CALL, 100)),
                    // It asks for exponential waits and gives no numbers.
                    new RetryPlan.FullJitter(4, Duration.ofSeconds(1), Duration.ofSeconds(60)),
                    Pins.NONE),
            Duration.ofSeconds(5));

    /** Every provider there is. */
    public static final List<Provider> ALL = List.of(ZENOO, JOBSITEON);

    public Provider {
        keys = List.copyOf(keys);
        if (!id.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("A provider's id is lower-case letters, digits and hyphens: " + id);
        }
        for (ProviderKey key : keys) {
            if (!key.providerId().equals(id)) {
                throw new IllegalArgumentException("The key " + key.id() + " doesn't belong to " + id);
            }
        }
        identification.deliveryId().ifPresent(location -> {
            if (location instanceof Header(String name) && !scheme.covers(name)) {
                throw new IllegalArgumentException(id + " does not sign the header " + name
                        + ", so whoever replays a delivery could change its id");
            }
        });
    }

    /** The provider with this id. */
    public static Optional<Provider> withId(String id) {
        return ALL.stream().filter(provider -> provider.id().equals(id)).findFirst();
    }

    /**
     * The key that its deliveries are signed with.
     *
     * @throws IllegalStateException if it has none
     */
    public ProviderKey signingKey() {
        return keyFor(KeyUse.SIGNS_DELIVERIES);
    }

    /**
     * The key that its API is called with.
     *
     * @throws IllegalStateException if it has none
     */
    public ProviderKey apiKey() {
        return keyFor(KeyUse.CALLS_API);
    }

    private ProviderKey keyFor(KeyUse use) {
        return keys.stream()
                .filter(key -> key.uses().contains(use))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(id + " has no key that " + use));
    }

    /** The same provider signing in another way: for one whose documentation leaves it open. */
    public Provider withScheme(SignatureScheme newScheme) {
        return new Provider(id, newScheme, schemeOrigin, identification, keys, api, acknowledgement);
    }

    /** The same provider with other keys. */
    public Provider withKeys(List<ProviderKey> newKeys) {
        return new Provider(id, scheme, schemeOrigin, identification, newKeys, api, acknowledgement);
    }

    /** The same provider with its API called in another way. */
    public Provider withApi(ProviderApi newApi) {
        return new Provider(id, scheme, schemeOrigin, identification, keys, newApi, acknowledgement);
    }
}
