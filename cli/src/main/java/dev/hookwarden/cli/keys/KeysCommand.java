package dev.hookwarden.cli.keys;

import dev.hookwarden.cli.surroundings.Surroundings;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code hookwarden keys}. */
@Command(
        name = "keys",
        description = "Looks after the keys: the same on the local stack and on AWS.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "KEY is zenoo/signing-key, zenoo/api-key or jobsiteon/api-key.",
            "",
            "Examples:",
            "  hookwarden keys list",
            "  hookwarden keys submit zenoo/signing-key < key.txt",
            "  hookwarden keys rotate zenoo/signing-key --stack staging",
            "  hookwarden keys doctor --stack production --profile operator"
        })
public final class KeysCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private KeysCommand() {}

    /** The command with everything below it, at work in these surroundings. */
    public static CommandLine in(Surroundings surroundings) {
        Map<String, Object> commands = new LinkedHashMap<>();
        commands.put("list", new ListCommand(surroundings));
        commands.put("status", new StatusCommand(surroundings));
        commands.put("submit", new SubmitCommand(surroundings));
        commands.put("rotate", new RotateCommand(surroundings));
        commands.put("retire", new RetireCommand(surroundings));
        commands.put("revoke", new RevokeCommand(surroundings));
        commands.put("doctor", new DoctorCommand(surroundings));
        CommandLine keys = new CommandLine(new KeysCommand());
        commands.forEach(keys::addSubcommand);
        return keys;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: list, status, submit, rotate, retire, revoke or doctor");
    }
}
