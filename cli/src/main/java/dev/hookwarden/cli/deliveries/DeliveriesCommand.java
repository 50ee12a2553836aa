package dev.hookwarden.cli.deliveries;

import dev.hookwarden.cli.surroundings.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code hookwarden deliveries}. */
@Command(
        name = "deliveries",
        description = "What arrived and what is dead: the same on the local stack and on AWS.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  hookwarden deliveries list",
            "  hookwarden deliveries list --stack staging --since PT2H --json",
            "  hookwarden deliveries redrive --stack staging --profile deliveries"
        })
public final class DeliveriesCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private DeliveriesCommand() {}

    /** The command with everything below it, at work in these surroundings. */
    public static CommandLine in(Surroundings surroundings) {
        return new CommandLine(new DeliveriesCommand())
                .addSubcommand(new ListCommand(surroundings))
                .addSubcommand(new RedriveCommand(surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list or redrive");
    }
}
