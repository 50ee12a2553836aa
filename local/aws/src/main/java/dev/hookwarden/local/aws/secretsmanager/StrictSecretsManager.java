package dev.hookwarden.local.aws.secretsmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookwarden.local.aws.AwsActions;
import dev.hookwarden.local.aws.AwsService;
import java.nio.file.Path;

/** Secrets Manager that refuses what AWS refuses, and runs rotations as AWS runs them. */
public final class StrictSecretsManager implements AwsService {
    private final Vault vault;
    private final Rotating rotating;
    private final AwsActions actions = new AwsActions();

    /**
     * Takes up the state of the state file, if there is one, and the rotations in it that were under way.
     *
     * @throws java.io.UncheckedIOException when the state file cannot be read
     */
    public StrictSecretsManager(SecretsManagerSettings settings) {
        Path file = settings.stateFile();
        var store = new SecretStore(settings.clock(), file == null ? StateKeeper.none() : new StateFile(file));
        var ids = new SecretIds(settings.region(), settings.account(), settings.random());
        vault = new Vault(store, ids, settings.clock(), new ReadLag(settings.missedReads()));
        rotating = new Rotating(vault, new RotationRunner(vault, settings.rotation()));
        new CreateSecret(vault).addTo(actions);
        new WriteValue(vault).addTo(actions);
        new ReadValue(vault).addTo(actions);
        new Stages(vault).addTo(actions);
        new Descriptions(vault).addTo(actions);
        new Listing(vault).addTo(actions);
        new Tags(vault).addTo(actions);
        new Deletion(vault).addTo(actions);
        rotating.addTo(actions);
        rotating.resume();
    }

    @Override
    public ObjectNode answer(String action, ObjectNode input) {
        return actions.answer(action, input);
    }

    /** Starts the rotations that are due on the clock; returns how many. */
    public int rotateDue() {
        return rotating.startDue();
    }

    /** Everything, secret values included, for {@link #restore}. */
    public JsonNode snapshot() {
        return StateJson.write(vault.store().all());
    }

    /** Replaces everything by a snapshot, and takes up its rotations. */
    public void restore(JsonNode snapshot) {
        vault.store().replaceAll(StateJson.read(snapshot));
        rotating.resume();
    }
}
