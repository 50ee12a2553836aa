package dev.hookwarden.cli.listen;

import dev.hookwarden.cli.installation.Installation;
import dev.hookwarden.cli.installation.RefusedException;
import dev.hookwarden.cli.surroundings.Surroundings;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.secrets.SecretNames;
import dev.hookwarden.signing.UnusableKeyException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** The options that say what copies are signed with. */
final class SigningOptions {
    @ArgGroup
    private @Nullable Choice choice;

    static final class Choice {
        @Option(
                names = "--key-stdin",
                description = "Read the key from a prompt or standard input: your application's own.")
        private boolean asked;

        @Option(names = "--unsigned", description = "Forward without a signature. Needs no key.")
        private boolean unsigned;
    }

    /** Reads the key that was chosen: the installation's current one, unless the options say otherwise. */
    Signatures of(Provider provider, Installation installation, Surroundings surroundings, CommandSpec spec)
            throws IOException {
        if (choice != null && choice.unsigned) {
            return Signatures.none(provider);
        }
        String text = choice != null && choice.asked
                ? surroundings.terminal().key("The key to sign copies with: ")
                : current(provider, installation);
        try {
            return Signatures.with(provider, provider.scheme().signingKey(text));
        } catch (UnusableKeyException unusable) {
            if (choice == null) {
                throw new RefusedException("The current key of " + provider.id()
                        + " signs nothing, it was revoked. Submit a new one and rotate, sign with your application's own"
                        + " (--key-stdin), or forward without (--unsigned).");
            }
            throw new ParameterException(spec.commandLine(), "This can't sign: " + unusable.getMessage());
        }
    }

    private static String current(Provider provider, Installation installation) {
        String secret = new SecretNames("hookwarden/" + installation.stage()).secret(provider.signingKey());
        try {
            return String.valueOf(installation
                    .client(SecretsManagerClient.builder())
                    .getSecretValue(get -> get.secretId(secret))
                    .secretString());
        } catch (ResourceNotFoundException missing) {
            throw new RefusedException("There is no current key in " + secret
                    + ". Is it the right --stack and --region? --unsigned forwards without one.");
        } catch (SdkServiceException refused) {
            if (refused.statusCode() == 400) {
                throw new RefusedException("You may not read the current key, " + secret
                        + ". Sign with your application's own (--key-stdin), forward without (--unsigned), or take the role that works"
                        + " on keys.");
            }
            throw refused;
        }
    }
}
