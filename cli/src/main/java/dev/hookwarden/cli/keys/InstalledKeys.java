package dev.hookwarden.cli.keys;

import dev.hookwarden.cli.installation.Installation;
import dev.hookwarden.cli.installation.RefusedException;
import dev.hookwarden.local.keys.KnownKeys;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.secrets.KeyState;
import dev.hookwarden.secrets.KeyStates;
import dev.hookwarden.secrets.SecretNames;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The keys of one installation. */
final class InstalledKeys {
    private final Installation installation;
    private final SecretNames names;
    private final SecretsManagerClient secrets;
    private final KeyStates states;

    InstalledKeys(Installation installation) {
        this.installation = installation;
        this.names = new SecretNames("hookwarden/" + installation.stage());
        this.secrets = installation.client(SecretsManagerClient.builder());
        this.states = new KeyStates(secrets, names);
    }

    /** Where the key stands; {@link RefusedException} when the installation has no such secret. */
    KeyState state(ProviderKey key) {
        return states.read(key)
                .orElseThrow(() -> new RefusedException("There is no secret " + names.secret(key)
                        + ", or it is to be deleted. Is it the right --stack and --region, and is the"
                        + " stack deployed?"));
    }

    /** Where this key stands, or every key that the installation has. */
    List<KeyState> states(Optional<ProviderKey> key) {
        if (key.isPresent()) {
            return List.of(state(key.get()));
        }
        List<KeyState> found = KeyConverter.all().stream()
                .flatMap(each -> states.read(each).stream())
                .toList();
        if (found.isEmpty()) {
            throw new RefusedException("There are no keys under " + names.prefix()
                    + "/. Is it the right --stack and --region, and is the stack deployed?");
        }
        return found;
    }

    KeySecret secret(ProviderKey key) {
        return new KeySecret(secrets, names.secret(key), names.inbox(key));
    }

    /** Every key of it with all its versions. Reads their values. */
    KnownKeys knownKeys() {
        return KnownKeys.read(secrets, names, states(Optional.empty()));
    }

    Installation installation() {
        return installation;
    }

    boolean isLocal() {
        return installation.isLocal();
    }

    /** The key with the options that name this installation, to stand in a command. */
    String argument(ProviderKey key) {
        return key.id() + installation.options();
    }
}
