package dev.hookwarden.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.local.console.Action;
import dev.hookwarden.local.console.ActionRefusedException;
import dev.hookwarden.local.providers.SimulatedProviders;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Rotates a key: its simulated provider issues the next one, a person's part is played, and the rotation starts. */
record KeyTurning(SimulatedProviders providers, LocalKeys keys) implements Action {

    /** Starts the rotation of the {@code key}, and answers with the version that is to become current. */
    @Override
    public JsonNode perform(JsonNode input) {
        ProviderKey key = Provider.ALL.stream()
                .flatMap(provider -> provider.keys().stream())
                .filter(known -> known.id().equals(input.path("key").asText()))
                .findFirst()
                .orElseThrow(() -> new ActionRefusedException("There is no such key"));
        try {
            return LocalJson.object().put("version", keys.rotate(key, providers));
        } catch (InvalidRequestException | ResourceNotFoundException refused) {
            throw new ActionRefusedException(refused.awsErrorDetails().errorMessage());
        }
    }
}
