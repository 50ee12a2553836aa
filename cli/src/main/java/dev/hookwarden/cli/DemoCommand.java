package dev.hookwarden.cli;

import dev.hookwarden.cli.demo.Demo;
import dev.hookwarden.local.sending.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Plays the whole story on a stack of its own. */
@Command(
        name = "demo",
        description =
                "Plays the whole story on a stack of its own and prints what happened; exits 0 only if all is as it should be.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  hookwarden demo"})
final class DemoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        boolean asItShouldBe = Demo.play(Samples.ofCheckout(), line -> {
            out.println(line);
            out.flush();
        });
        out.println();
        out.println(
                asItShouldBe
                        ? "All is as it should be."
                        : "Something is not as it should be: see the lines marked NOT.");
        return asItShouldBe ? 0 : 1;
    }
}
