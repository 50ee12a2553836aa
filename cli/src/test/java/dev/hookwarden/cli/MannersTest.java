package dev.hookwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hookwarden.cli.surroundings.Pause;
import dev.hookwarden.cli.surroundings.ProcessTerminal;
import dev.hookwarden.cli.surroundings.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MannersTest {
    private static final String CANARY = "canary-key-6c1e9a7b3d5f2048";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static Stream<String> commands() {
        return all(Hookwarden.commandLine(Surroundings.ofProcess()))
                .map(command -> command.getCommandSpec().qualifiedName());
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(MannersTest::all));
    }

    private int run(String... arguments) {
        return quiet(Hookwarden.commandLine(Surroundings.ofProcess())).execute(arguments);
    }

    private CommandLine quiet(CommandLine commandLine) {
        return commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    }

    private int run(Callable<Integer> failing, boolean verbose) {
        CommandLine commandLine = new CommandLine(new Failing(failing));
        return quiet(Manners.taught(commandLine, () -> verbose)).execute();
    }

    @Command(name = "failing")
    private record Failing(Callable<Integer> work) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            return work.call();
        }
    }

    @Test
    void thereAreCommandsToHoldAgainstTheRules() {
        assertThat(commands())
                .contains("hookwarden", "hookwarden keys rotate", "hookwarden deliveries redrive", "hookwarden listen");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItself(String command) {
        String[] words = (command + " --help").substring("hookwarden ".length()).split(" ");
        assertThat(run(words)).isZero();

        assertThat(out.toString())
                .contains("Usage: " + command, "Examples:\n  " + command, "Exit codes:", "--verbose")
                .contains(" 0 ", " 1 ", " 2 ", " 3 ");
        assertThat(all(Hookwarden.commandLine(Surroundings.ofProcess()))
                        .filter(each -> each.getCommandSpec().qualifiedName().equals(command))
                        .map(each -> each.getCommandSpec().usageMessage()))
                .allSatisfy(usage -> assertThat(usage.description()).isNotEmpty());
    }

    @Test
    void saysAnExpectedFaultInItsOwnWords() {
        assertThat(run(
                        () -> {
                            throw new IOException("Nothing answers there. Start it.");
                        },
                        false))
                .isEqualTo(3);
        assertThat(err).hasToString("hookwarden: Nothing answers there. Start it.\n");
    }

    @Test
    void saysAFaultThatNobodyExpectedInOneLine() {
        assertThat(run(
                        () -> {
                            throw new IllegalStateException(CANARY);
                        },
                        false))
                .isEqualTo(3);
        assertThat(err.toString())
                .hasLineCount(1)
                .contains("IllegalStateException", "--verbose")
                .doesNotContain(CANARY, "\tat ");
    }

    @Test
    void showsTheStackTraceIfThatIsSaid() {
        run(
                () -> {
                    throw new IllegalStateException("why");
                },
                true);

        assertThat(err.toString()).contains("IllegalStateException: why", "\tat ");
    }

    @Test
    void showsNoTypedKeyEvenInAStackTrace() {
        System.setIn(new ByteArrayInputStream(CANARY.getBytes(StandardCharsets.UTF_8)));

        assertThat(run("send", "zenoo", "--key-stdin", "--url", "http://127.0.0.1:1/", "--verbose"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("\tat ").doesNotContain(CANARY);
    }

    @Test
    void doesNotRepeatAKeyThatWasGivenAsAnArgument() {
        assertThat(run("keys", "submit", "zenoo/signing-key", CANARY)).isEqualTo(2);
        assertThat(err.toString())
                .contains("never an argument", "./hookwarden keys submit --help")
                .doesNotContain(CANARY);
    }

    @Test
    void doesNotRepeatAKeyThatWasGivenInPlaceOfItsName() {
        assertThat(run("keys", "submit", CANARY)).isEqualTo(2);
        assertThat(err.toString()).contains("there is no such key").doesNotContain(CANARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keys list",
                "keys list --stack staging --region us-east-1",
                "deliveries list",
                "listen zenoo --forward http://127.0.0.1:1/",
                "send zenoo"
            })
    void endsInOneWayWithAnAddressThatIsNone(String command) {
        Surroundings surroundings = new Surroundings(
                Map.of("AWS_ENDPOINT_URL", "http://user:" + CANARY + " @127.0.0.1/"),
                new ProcessTerminal(),
                InstantSource.system(),
                Pause.sleeping());

        assertThat(quiet(Hookwarden.commandLine(surroundings)).execute((command + " --verbose").split(" ")))
                .isEqualTo(3);
        assertThat(err.toString()).contains("AWS_ENDPOINT_URL is no address").doesNotContain(CANARY);
    }

    @Test
    void doesNotRepeatAPasswordInAnAddressThatIsNone() {
        assertThat(run("send", "zenoo", "--url", "http://user:" + CANARY + " @127.0.0.1/"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--url", "http://127.0.0.1:3000").doesNotContain(CANARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", "--tampered", "--tampered=" + CANARY})
    void namesAnOptionThatThereIsNot(String option) {
        assertThat(run("send", "zenoo", option)).isEqualTo(2);
        assertThat(err.toString())
                .contains("There is no option " + option.split("=", 2)[0] + "\n", "./hookwarden send --help")
                .doesNotContain(CANARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-" + CANARY, "--" + CANARY, "--" + CANARY + "=", "--canary-key-that-is-written-in-letters"})
    void doesNotRepeatAKeyThatBeginsLikeAnOption(String key) {
        assertThat(run("keys", "submit", "zenoo/signing-key", key)).isEqualTo(2);
        assertThat(err.toString()).contains("There is no such option\n").doesNotContain("canary-key");
    }

    @ParameterizedTest
    @CsvSource({"--port, 65536", "--port, -1", "--aws-port, 65536", "--aws-port, -1"})
    void startsAtNoPortThatThereIsNot(String option, String port) {
        assertThat(run("local", option + "=" + port)).isEqualTo(2);
        assertThat(err.toString()).contains(option + " takes a port from 0, any free one, to 65535");
    }

    @ParameterizedTest
    @CsvSource({
        "explain zenoo --headers h, --at, yesterday, 2026-11-22T03:00:00Z",
        "explain zenoo --headers h, --at, 2026-11-22, 2026-11-22T03:00:00Z",
        "keys rotate zenoo/signing-key, --wait, garbage, PT2M",
        "keys rotate zenoo/signing-key, --wait, -PT2M, PT2M",
        "deliveries redrive, --wait, 2m, PT2M",
        "deliveries redrive, --wait, P106751991167300D, PT2M"
    })
    void saysInWhichFormATimeIsWanted(String command, String option, String given, String example) {
        assertThat(run((command + " " + option + "=" + given).split(" "))).isEqualTo(2);
        assertThat(err.toString())
                .contains("'" + option + "'", "it takes ", ", as " + example)
                .doesNotContain("Exception", "java.");
    }

    @Test
    void guessesWhatWasMeant() {
        assertThat(run("keys", "rotat")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean", "rotate", "./hookwarden keys --help");
    }

    @Test
    void hasTheShellCompleteCommands(@TempDir Path folder) throws IOException, InterruptedException {
        assumeThat(Path.of("/bin/bash")).as("bash, to try the script with").exists();
        assertThat(run("completion")).isZero();
        Path script = Files.writeString(folder.resolve("completion"), out.toString());

        Process bash = new ProcessBuilder(
                        "/bin/bash",
                        "-c",
                        "source " + script
                                + "; COMP_WORDS=(hookwarden deliveries re); COMP_CWORD=2; COMP_LINE='hookwarden deliveries re';"
                                + " _complete_hookwarden; echo \"${COMPREPLY[@]}\"")
                .redirectErrorStream(true)
                .start();

        assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("redrive");
        assertThat(bash.waitFor()).isZero();
    }
}
