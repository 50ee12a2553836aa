package dev.hookwarden.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Has the shell complete commands and options. */
@Command(
        name = "completion",
        description =
                "Prints what has bash or zsh complete commands and options. zsh needs bashcompinit, which the script loads.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  hookwarden completion > hookwarden-completion.sh",
            "  source <(./hookwarden completion)"
        })
final class CompletionCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .println(AutoComplete.bash("hookwarden", spec.root().commandLine()));
        return 0;
    }
}
