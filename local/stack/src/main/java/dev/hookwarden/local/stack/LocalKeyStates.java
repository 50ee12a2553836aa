package dev.hookwarden.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.hookwarden.explain.KnownKey;
import dev.hookwarden.local.keys.KnownKeys;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.secrets.KeyState;
import dev.hookwarden.secrets.KeyStates;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Where every key stands, in doctor's words, read anew each time. */
final class LocalKeyStates {
    private final SecretsManagerClient secrets;
    private final KeyStates states;
    private final InstantSource clock;

    LocalKeyStates(SecretsManagerClient secrets, InstantSource clock) {
        this.secrets = secrets;
        this.states = new KeyStates(secrets, LocalKeys.NAMES);
        this.clock = clock;
    }

    /** One object for each key. */
    JsonNode entries() {
        ArrayNode entries = LocalJson.array();
        read().map(state -> LocalJson.MAPPER.valueToTree(state.fields(clock.instant())))
                .forEach(fields -> entries.add((JsonNode) fields));
        return entries;
    }

    /** Every version of every key, with its value. */
    List<KnownKey> known() {
        return KnownKeys.read(secrets, LocalKeys.NAMES, read().toList()).keys();
    }

    private Stream<KeyState> read() {
        return Provider.ALL.stream()
                .flatMap(provider -> provider.keys().stream())
                .flatMap(key -> states.read(key).stream());
    }
}
