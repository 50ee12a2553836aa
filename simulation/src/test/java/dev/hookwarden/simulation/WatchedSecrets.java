package dev.hookwarden.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsService;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.simulation.judge.Judge;
import dev.hookwarden.simulation.judge.KeyBook;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Secrets Manager, and after each change of a label a look at what it means: which keys may verify, and whether the current one was tested. */
final class WatchedSecrets implements AwsService {
    private static final Set<String> CHANGES =
            Set.of("CreateSecret", "PutSecretValue", "UpdateSecretVersionStage", "RotateSecret");

    private final AwsService secrets;
    private final KeyBook keys;
    private final Proofs proofs;
    private final Judge judge;
    private final InstantSource clock;
    private final Map<String, String> current = new HashMap<>();

    WatchedSecrets(AwsService secrets, KeyBook keys, Proofs proofs, Judge judge, InstantSource clock) {
        this.secrets = secrets;
        this.keys = keys;
        this.proofs = proofs;
        this.judge = judge;
        this.clock = clock;
    }

    @Override
    public ObjectNode answer(String action, ObjectNode input) {
        ObjectNode answer = secrets.answer(action, input);
        if (CHANGES.contains(action)) {
            Provider.ALL.forEach(provider -> provider.keys().forEach(key -> {
                String name = Installation.NAMES.secret(key);
                if (name.equals(answer.path("Name").textValue())) {
                    look(name, provider, key);
                }
            }));
        }
        return answer;
    }

    private void look(String secret, Provider provider, ProviderKey key) {
        JsonNode stages = secrets.answer("DescribeSecret", of(secret)).path("VersionIdsToStages");
        List<String> inForce = new ArrayList<>();
        stages.properties().forEach(version -> {
            List<String> labels = new ArrayList<>();
            version.getValue().forEach(label -> labels.add(label.textValue()));
            if (labels.contains("AWSCURRENT")) {
                boolean proved =
                        value(secret, version.getKey()).stream().anyMatch(value -> proofs.isProved(key, value));
                becameCurrent(secret, version.getKey(), proved && labels.contains("HOOKWARDEN_TESTED"));
            }
            boolean previous = labels.contains("AWSPREVIOUS")
                    && !labels.contains("AWSCURRENT")
                    && provider.signingKey().overlap().isPositive();
            // Who has become current and then previous is no candidate any more, whatever else it is called.
            boolean candidate = labels.contains("AWSPENDING") && !labels.contains("AWSPREVIOUS");
            if (previous || candidate || labels.contains("AWSCURRENT")) {
                inForce.addAll(value(secret, version.getKey()));
            }
        });
        if (key.equals(provider.signingKey())) {
            keys.observe(provider.id(), inForce, clock.instant());
        }
    }

    private void becameCurrent(String secret, String version, boolean tested) {
        String before = current.put(secret, version);
        if (before != null && !before.equals(version)) {
            judge.currentMoved(secret, tested);
        }
    }

    /** Empty for a version that has no value yet. */
    private List<String> value(String secret, String version) {
        try {
            return List.of(secrets.answer("GetSecretValue", of(secret).put("VersionId", version))
                    .path("SecretString")
                    .asText());
        } catch (dev.hookwarden.local.aws.AwsError none) {
            return List.of();
        }
    }

    static ObjectNode of(String secret) {
        return JsonNodeFactory.instance.objectNode().put("SecretId", secret);
    }
}
