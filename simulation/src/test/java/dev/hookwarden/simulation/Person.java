package dev.hookwarden.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsError;
import dev.hookwarden.local.aws.AwsService;
import dev.hookwarden.provider.KeyUse;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.simulation.canary.Canaries;
import dev.hookwarden.simulation.judge.Invariant;
import dev.hookwarden.simulation.judge.Judge;
import dev.hookwarden.simulation.judge.KeyBook;
import dev.hookwarden.simulation.provider.ProviderSide;
import dev.hookwarden.simulation.time.VirtualTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** Who gets keys from the providers, submits them and rotates, as docs/operating.md says. */
final class Person {
    static final String ROTATION_ARN = "arn:aws:lambda:us-east-1:000000000000:function:rotation";

    /** A copy of ingest looks for a new key at most this often; before, it may not know it. */
    private static final Duration UNTIL_EVERY_COPY_MAY_LOOK = Duration.ofSeconds(31);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMinutes(6);
    private static final int MOST_ASKED = 20;
    private static final int LATEST_SUBMISSION_SECONDS = 300;
    private static final int LATEST_REVOCATION_SECONDS = 3600;

    private final AwsService secrets;
    private final VirtualTime time;
    private final Random random;
    private final Canaries canaries;
    private final Judge judge;
    private final KeyBook keys;
    private final Consumer<String> trace;
    private final Map<String, ProviderSide> providers = new LinkedHashMap<>();
    private final Set<String> apiKeys = new HashSet<>();
    private final Set<String> rotating = new HashSet<>();
    private int issued;
    private int rotated;

    Person(
            AwsService secrets,
            VirtualTime time,
            Random random,
            Canaries canaries,
            Judge judge,
            KeyBook keys,
            Consumer<String> trace) {
        this.secrets = secrets;
        this.time = time;
        this.random = random;
        this.canaries = canaries;
        this.judge = judge;
        this.keys = keys;
        this.trace = trace;
    }

    /** Puts the first keys, and an empty inbox for each. */
    void install(Map<Provider, ProviderSide> sides) {
        sides.forEach((provider, side) -> {
            providers.put(provider.id(), side);
            provider.keys().forEach(key -> {
                String first = key.equals(provider.signingKey())
                        ? side.signingKey(time.instant(), random)
                        : ProviderSide.newKey(provider.id(), random);
                know(key, first);
                create(Installation.NAMES.secret(key), first);
                create(Installation.NAMES.inbox(key), "empty");
            });
        });
    }

    private void know(ProviderKey key, String value) {
        canaries.add(key.id() + " " + issued++, value);
        if (key.uses().contains(KeyUse.CALLS_API)) {
            apiKeys.add(value);
        }
    }

    private void create(String name, String value) {
        secrets.answer(
                "CreateSecret",
                JsonNodeFactory.instance.objectNode().put("Name", name).put("SecretString", value));
    }

    /** Whether this key opens its provider's API. */
    boolean isAlive(String apiKey) {
        return apiKeys.contains(apiKey);
    }

    /** Gets a new key, submits it, rotates, and goes on asking until the key is current; nothing if that key is being rotated already. */
    void rotate(Provider provider, ProviderKey key) {
        if (!rotating.add(key.id())) {
            return;
        }
        boolean signs = key.equals(provider.signingKey());
        ProviderSide side = side(provider);
        String next = signs ? side.issue(random) : ProviderSide.newKey(provider.id(), random);
        know(key, next);
        trace.accept("a new " + key.id() + " is issued");
        time.after(Duration.ofSeconds(random.nextInt(LATEST_SUBMISSION_SECONDS)), () -> {
            secrets.answer("PutSecretValue", in(Installation.NAMES.inbox(key)).put("SecretString", next));
            ask(provider, key, next, 1);
            if (signs && side.keysOverlap()) {
                lookForCandidate(side, next);
            }
        });
    }

    private void lookForCandidate(ProviderSide side, String next) {
        if (keys.isInForce(side.id(), next)) {
            side.mayUseNewestFrom(time.instant().plus(UNTIL_EVERY_COPY_MAY_LOOK));
        } else if (rotating.contains(signingKeyId(side))) {
            time.after(BETWEEN_LOOKS, () -> lookForCandidate(side, next));
        }
    }

    private void ask(Provider provider, ProviderKey key, String next, int asked) {
        if (isCurrent(key, next)) {
            finished(provider, key);
            return;
        }
        if (asked > MOST_ASKED) {
            judge.violated(Invariant.I7, "The rotation of " + key.id() + " does not end");
            return;
        }
        ObjectNode input = in(Installation.NAMES.secret(key)).put("RotationLambdaARN", ROTATION_ARN);
        input.putObject("RotationRules").put("AutomaticallyAfterDays", 90);
        try {
            secrets.answer("RotateSecret", input);
            trace.accept("a person rotates " + key.id());
        } catch (AwsError goesOn) {
            trace.accept("a person asks for " + key.id() + " again: " + goesOn.code());
        }
        time.after(BEFORE_ASKING_AGAIN, () -> ask(provider, key, next, asked + 1));
    }

    private void finished(Provider provider, ProviderKey key) {
        trace.accept(key.id() + " is rotated");
        rotated++;
        boolean revokesLater =
                key.equals(provider.signingKey()) && side(provider).keysOverlap();
        if (!revokesLater) {
            rotating.remove(key.id());
            return;
        }
        time.after(Duration.ofSeconds(random.nextInt(LATEST_REVOCATION_SECONDS)), () -> {
            side(provider).revokeOld();
            rotating.remove(key.id());
        });
    }

    private boolean isCurrent(ProviderKey key, String value) {
        return secrets.answer("GetSecretValue", in(Installation.NAMES.secret(key)))
                .path("SecretString")
                .asText()
                .equals(value);
    }

    private ProviderSide side(Provider provider) {
        return Objects.requireNonNull(providers.get(provider.id()));
    }

    private static String signingKeyId(ProviderSide side) {
        return Provider.withId(side.id()).orElseThrow().signingKey().id();
    }

    private static ObjectNode in(String secret) {
        return WatchedSecrets.of(secret);
    }

    /** How many keys became current. */
    int rotated() {
        return rotated;
    }
}
