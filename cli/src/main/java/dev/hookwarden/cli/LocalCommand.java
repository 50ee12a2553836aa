package dev.hookwarden.cli;

import dev.hookwarden.cli.installation.HttpAddress;
import dev.hookwarden.local.aws.FaultPlan;
import dev.hookwarden.local.stack.LocalSettings;
import dev.hookwarden.local.stack.LocalStack;
import dev.hookwarden.log.JsonEventLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the local stack until it is interrupted. */
@Command(
        name = "local",
        description = {
            "Runs the whole stack on this machine until Ctrl-C, and says when it serves. Log lines go to standard error.",
            "What it has answered outlives it, however it ends: keys, queues, tables, payloads, events, deliveries;",
            "refusals and alarms begin anew. Delete the folder to begin anew with everything."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  hookwarden local", "  hookwarden local --port 3001 --aws-port 4567"})
final class LocalCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "3000",
            description = "Where webhooks are received (3000).")
    private int port;

    @Option(
            names = "--aws-port",
            paramLabel = "PORT",
            defaultValue = "4566",
            description = "Where the AWS stand-ins answer (4566).")
    private int awsPort;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder where it is kept (.hookwarden/local-PORT of the checkout, with the AWS port).")
    private @Nullable Path data;

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        LocalStack stack = LocalStack.start(settings());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stack.close();
            stopped.countDown();
        }));
        spec.commandLine().getOut().println(stack.readyLine());
        spec.commandLine().getOut().flush();
        stopped.await();
        return 0;
    }

    private int checked(String option, int wanted) {
        if (wanted < 0 || wanted > HttpAddress.LAST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), option + " takes a port from 0, any free one, to " + HttpAddress.LAST_PORT);
        }
        return wanted;
    }

    private LocalSettings settings() {
        return new LocalSettings(
                checked("--port", port),
                checked("--aws-port", awsPort),
                Optional.of(data == null ? ofCheckout() : data),
                // Five tries then take a quarter of a minute: nobody waits long for a dead letter.
                Duration.ofSeconds(3),
                new JsonEventLog(System.err, InstantSource.system()),
                FaultPlan.none());
    }

    private Path ofCheckout() {
        return Path.of(System.getProperty("hookwarden.root", "."), ".hookwarden", "local-" + awsPort);
    }
}
