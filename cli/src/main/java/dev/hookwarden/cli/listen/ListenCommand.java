package dev.hookwarden.cli.listen;

import dev.hookwarden.cli.installation.AddressConverter;
import dev.hookwarden.cli.installation.Connection;
import dev.hookwarden.cli.installation.Installation;
import dev.hookwarden.cli.installation.ProviderConverter;
import dev.hookwarden.cli.surroundings.Surroundings;
import dev.hookwarden.local.sending.WebhookClient;
import dev.hookwarden.provider.Provider;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Copies an installation's deliveries to an application on this machine. */
@Command(
        name = "listen",
        description = {
            "Copies deliveries that reach an installation to an application on this machine, until Ctrl-C.",
            "Each copy's bytes are compared with what was verified, and signed anew with the current key, so that the application can",
            "check it. For this a rule and a queue are made in the installation; they are removed in the end."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  hookwarden listen zenoo --forward http://127.0.0.1:8080/webhooks",
            "  hookwarden listen zenoo --forward http://127.0.0.1:8080/webhooks --stack staging --key-stdin < key.txt",
            "  hookwarden listen jobsiteon --forward http://localhost:8080/hooks --unsigned --count 1 --json"
        })
public final class ListenCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private SigningOptions signing;

    @Parameters(
            paramLabel = "PROVIDER",
            converter = ProviderConverter.class,
            completionCandidates = ProviderConverter.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private Provider provider;

    @Option(
            names = "--forward",
            paramLabel = "URL",
            required = true,
            converter = AddressConverter.class,
            description = "Where the application takes webhooks, on this machine.")
    @SuppressWarnings("NullAway.Init")
    private URI address;

    @Option(names = "--allow-remote", description = "Let --forward name another machine: payloads go there.")
    private boolean allowRemote;

    @Option(names = "--show-payload", description = "Print payloads. They may hold personal data.")
    private boolean showPayload;

    @Option(names = "--json", description = "As JSON, for programs: an object on each line.")
    private boolean json;

    @Option(names = "--count", paramLabel = "N", description = "End after so many copies. Without it, Ctrl-C ends it.")
    private @Nullable Long count;

    private ListenCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The command, at work in these surroundings. */
    public static CommandLine in(Surroundings surroundings) {
        return new CommandLine(new ListenCommand(surroundings));
    }

    @Override
    public Integer call() throws IOException {
        ForwardAddress.defect(address, allowRemote).ifPresent(defect -> {
            throw new ParameterException(spec.commandLine(), defect);
        });
        if (count != null && count < 1) {
            throw new ParameterException(spec.commandLine(), "--count takes a number from 1 on");
        }
        return connection.use(surroundings, this::listen);
    }

    private int listen(Installation installation) throws IOException {
        Signatures signatures = signing.of(provider, installation, surroundings, spec);
        EventBridgeClient events = installation.client(EventBridgeClient.builder());
        SqsClient sqs = installation.client(SqsClient.builder());
        S3Client s3 = installation.client(S3Client.builder().forcePathStyle(installation.isLocal()));
        new Leftovers(events, sqs, installation.stage())
                .remove(surroundings.clock().instant())
                .forEach(name -> note("Removed " + name + ", which a listener had left behind."));
        Subscription subscription =
                new Subscription(events, sqs, ListenerNames.fresh(installation.stage(), new SecureRandom()));
        try (WebhookClient client = new WebhookClient();
                Interruption interruption = Interruption.closing(subscription)) {
            return interruption.orEnd(() -> {
                Copies copies = subscription.open(provider, surroundings.clock().instant());
                note("Listening for " + provider.id() + " through "
                        + subscription.names().name() + ". "
                        + (installation.isLocal() ? "" : "The first copies may take a minute. ") + "Ctrl-C ends it.");
                Forwarder forwarder = new Forwarder(client, address, signatures, surroundings.clock());
                Report report = new Report(connection.out(), json, showPayload);
                return new Listening(
                                        copies,
                                        s3,
                                        forwarder,
                                        report,
                                        spec.commandLine().getErr(),
                                        surroundings.clock())
                                .goOn(count == null ? Long.MAX_VALUE : count)
                        ? 0
                        : 1;
            });
        }
    }

    private void note(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
