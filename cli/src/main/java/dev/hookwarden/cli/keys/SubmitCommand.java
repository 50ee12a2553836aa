package dev.hookwarden.cli.keys;

import dev.hookwarden.cli.installation.Connection;
import dev.hookwarden.cli.installation.RefusedException;
import dev.hookwarden.cli.surroundings.Surroundings;
import dev.hookwarden.provider.KeySource;
import dev.hookwarden.provider.KeyUse;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.secrets.KeyState;
import dev.hookwarden.signing.KeyDefect;
import dev.hookwarden.signing.KeyStage;
import dev.hookwarden.signing.UnusableKeyException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Leaves the next key where its rotation takes it from. */
@Command(
        name = "submit",
        description = {
            "Leaves the next key in its inbox, for rotate to take.",
            "Reads it from a prompt without echo, or from standard input; never from an argument. The very first key is put at once."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  hookwarden keys submit jobsiteon/api-key",
            "  hookwarden keys submit zenoo/signing-key --stack staging < key.txt"
        })
final class SubmitCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @Parameters(
            paramLabel = "KEY",
            converter = KeyConverter.class,
            completionCandidates = KeyConverter.class,
            description = "As zenoo/signing-key.")
    @SuppressWarnings("NullAway.Init")
    private ProviderKey key;

    SubmitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        return connection.use(surroundings, aws -> {
            InstalledKeys keys = new InstalledKeys(aws);
            KeyState state = keys.state(key);
            if (key.source() instanceof KeySource.Generated) {
                throw new RefusedException("Hookwarden makes this key itself; nothing is submitted."
                        + " ./hookwarden keys rotate " + keys.argument(key));
            }
            String text = surroundings.terminal().key("The new " + key.id() + ", as the provider shows it: ");
            defect(text).ifPresent(defect -> {
                throw new RefusedException("Not submitted: " + defect.explanation() + ". Nothing was changed.");
            });
            submit(keys, state, text);
            return 0;
        });
    }

    private Optional<KeyDefect> defect(String text) {
        if (!key.uses().contains(KeyUse.SIGNS_DELIVERIES)) {
            return KeyDefect.in(text);
        }
        try {
            Provider.withId(key.providerId()).orElseThrow().scheme().signingKey(text);
            return Optional.empty();
        } catch (UnusableKeyException unusable) {
            return Optional.of(unusable.defect());
        }
    }

    private void submit(InstalledKeys keys, KeyState state, String text) {
        KeySecret secret = keys.secret(key);
        if (secret.holds(KeyStage.CURRENT, text)) {
            throw new RefusedException(
                    "Not submitted: this is the current key already. Nothing was changed. Get a new one from the provider.");
        }
        if (state.at(KeyStage.CURRENT).isEmpty()) {
            secret.putCurrent(text);
            connection.out().println("This is the first key; it is current at once. Send a delivery to see it verify.");
            return;
        }
        secret.submit(text);
        connection
                .out()
                .println((state.inboxWaiting() ? "Submitted, in place of the key that waited." : "Submitted.")
                        + " Deliveries are verified as before until it is rotated in:");
        connection.out().println("  ./hookwarden keys rotate " + keys.argument(key));
    }
}
