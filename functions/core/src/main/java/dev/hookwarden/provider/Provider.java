package dev.hookwarden.provider;

import dev.hookwarden.provider.KeySource.Submitted;
import dev.hookwarden.provider.Location.Field;
import dev.hookwarden.provider.Location.Header;
import dev.hookwarden.signing.BodyHmac;
import dev.hookwarden.signing.MacAlgorithm;
import dev.hookwarden.signing.SignatureEncoding;
import dev.hookwarden.signing.SignatureScheme;
import dev.hookwarden.signing.StandardWebhooks;
import dev.hookwarden.signing.TimestampedHmac;
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
 * @param apiIfCalled how its API is called; empty for a provider that is only received from
 * @param acknowledgement how long it waits for an answer before it counts the attempt as failed
 */
public record Provider(
        String id,
        SignatureScheme scheme,
        SchemeOrigin schemeOrigin,
        Identification identification,
        List<ProviderKey> keys,
        Optional<ProviderApi> apiIfCalled,
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
                    ProviderKey.signing("zenoo", "Ask Zenoo support for a new webhook secret.", Duration.ZERO),
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

    /**
     * Events of repositories and organizations. Failed deliveries are not sent again, except by a person within three days
     * (<a href="https://docs.github.com/en/webhooks/using-webhooks/handling-failed-webhook-deliveries">failed deliveries</a>); they come
     * from the addresses that <a href="https://docs.github.com/en/rest/meta/meta">api.github.com/meta</a> lists as {@code hooks}.
     */
    public static final Provider GITHUB = new Provider(
            "github",
            new BodyHmac("X-Hub-Signature-256", MacAlgorithm.HMAC_SHA256, SignatureEncoding.HEX, "sha256="),
            SchemeOrigin.DOCUMENTED,
            // X-GitHub-Delivery is not signed: whoever replayed a delivery would choose its id. X-GitHub-Event isn't
            // either, but stands nowhere else, and drops nothing.
            new Identification(Optional.empty(), Optional.of(new Header("X-GitHub-Event"))),
            List.of(ProviderKey.signing(
                    "github",
                    "Make a new secret, such as openssl rand -hex 32 prints. Save it in the webhook's settings"
                            + " at GitHub after the rotation, not before.",
                    // A webhook has one secret, so the overlap is ours: a day to save the new one there,
                    // and a day in which an alarm says that it was forgotten.
                    Duration.ofDays(2))),
            Optional.empty(),
            Duration.ofSeconds(10));

    /**
     * Payments. Failed deliveries are sent again for up to three days, in test mode three times
     * (<a href="https://docs.stripe.com/webhooks#retries">retries</a>), each time signed anew; they come from
     * <a href="https://docs.stripe.com/ips#webhook-notifications">these addresses</a>.
     */
    public static final Provider STRIPE = new Provider(
            "stripe",
            // The tolerance is that of Stripe's libraries.
            new TimestampedHmac("Stripe-Signature", Duration.ofMinutes(5)),
            SchemeOrigin.DOCUMENTED,
            new Identification(Optional.of(new Field("id")), Optional.of(new Field("type"))),
            List.of(ProviderKey.signing(
                    "stripe",
                    "Roll the endpoint's secret in Stripe's Workbench, and let the old one live 24 hours.",
                    // For as long as both secrets live Stripe signs with both, so the new one alone is enough.
                    Duration.ZERO)),
            Optional.empty(),
            // Not documented, beyond "quickly". A guess for the alarm, on which nothing else depends.
            Duration.ofSeconds(10));

    /**
     * Whoever signs as <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
     * Webhooks</a> says, one sender for each installation. When it repeats, and where it sends from, is the sender's to say.
     */
    public static final Provider STANDARD_WEBHOOKS = new Provider(
            "standard-webhooks",
            // The specification asks for a tolerance without a number; its libraries take five minutes.
            new StandardWebhooks(Duration.ofMinutes(5)),
            SchemeOrigin.DOCUMENTED,
            new Identification(Optional.of(new Header("webhook-id")), Optional.of(new Field("type"))),
            List.of(ProviderKey.signing(
                    "standard-webhooks",
                    "Ask the sender for a new signing secret; it begins with whsec_.",
                    // A sender should sign with both for a time that it chooses; one that doesn't may go on
                    // with the old one.
                    Duration.ofDays(2))),
            Optional.empty(),
            // The least that the specification recommends.
            Duration.ofSeconds(15));

    /** Every provider there is. */
    public static final List<Provider> ALL = List.of(ZENOO, JOBSITEON, GITHUB, STRIPE, STANDARD_WEBHOOKS);

    public Provider {
        keys = List.copyOf(keys);
        if (!id.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("A provider's id is lower-case letters, digits and hyphens: " + id);
        }
        for (ProviderKey key : keys) {
            if (!key.providerId().equals(id)) {
                throw new IllegalArgumentException("The key " + key.id() + " doesn't belong to " + id);
            }
            if (key.uses().contains(KeyUse.CALLS_API) && apiIfCalled.isEmpty()) {
                throw new IllegalArgumentException(
                        "The key " + key.id() + " calls an API that " + id + " doesn't have");
            }
        }
        identification.deliveryId().ifPresent(location -> {
            if (location instanceof Header(String name) && !scheme.covers(name)) {
                throw new IllegalArgumentException(id + " does not sign the header " + name
                        + ", so whoever replays a delivery could change its id");
            }
        });
    }

    /** A provider whose API is called. */
    public Provider(
            String id,
            SignatureScheme scheme,
            SchemeOrigin schemeOrigin,
            Identification identification,
            List<ProviderKey> keys,
            ProviderApi api,
            Duration acknowledgement) {
        this(id, scheme, schemeOrigin, identification, keys, Optional.of(api), acknowledgement);
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

    /** Whether its API is called: then it has {@link #api}, and a key for it. */
    public boolean isCalled() {
        return apiIfCalled.isPresent();
    }

    /**
     * How its API is called.
     *
     * @throws IllegalStateException if it isn't
     */
    public ProviderApi api() {
        return apiIfCalled.orElseThrow(() -> new IllegalStateException(id + " has no API that is called"));
    }

    private ProviderKey keyFor(KeyUse use) {
        return keys.stream()
                .filter(key -> key.uses().contains(use))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(id + " has no key that " + use));
    }

    /** The same provider signing in another way: for one whose documentation leaves it open. */
    public Provider withScheme(SignatureScheme newScheme) {
        return new Provider(id, newScheme, schemeOrigin, identification, keys, apiIfCalled, acknowledgement);
    }

    /** The same provider with other keys. */
    public Provider withKeys(List<ProviderKey> newKeys) {
        return new Provider(id, scheme, schemeOrigin, identification, newKeys, apiIfCalled, acknowledgement);
    }

    /** The same provider with its API called in another way. */
    public Provider withApi(ProviderApi newApi) {
        return new Provider(id, scheme, schemeOrigin, identification, keys, newApi, acknowledgement);
    }
}
