package dev.hookwarden.cli.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** {@code ./hookwarden local} in a JVM of its own, on free ports. */
final class StackProcess implements AutoCloseable {
    private final Process process;
    private final CompletableFuture<Optional<Running>> ready;

    private StackProcess(Process process) {
        this.process = process;
        this.ready = CompletableFuture.supplyAsync(this::readyLine);
    }

    /**
     * Starts it as the script does.
     *
     * @param data the folder that outlives it
     * @param options more options of the JVM
     */
    static StackProcess start(Path data, String... options) throws IOException {
        Path root = Path.of(System.getProperty("hookwarden.root"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dhookwarden.root=" + root,
                "-jar",
                root.resolve("cli/target/hookwarden-cli.jar").toString(),
                "local",
                "--port=0",
                "--aws-port=0",
                "--data=" + data));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(
                data.resolveSibling(data.getFileName() + ".log").toFile()));
        StackProcess stack = new StackProcess(builder.start());
        Runtime.getRuntime().addShutdownHook(new Thread(stack.process::destroyForcibly));
        return stack;
    }

    /**
     * Lets a stack start and end in peace, and its JVM write down what that took: a start costs less than half with it
     * (<a href="https://openjdk.org/jeps/514">JEP 514</a>).
     *
     * @return the option with which the JVM uses it
     */
    static String rehearse(Path folder) throws IOException, InterruptedException {
        Path cache = folder.resolve("stack.aot");
        try (StackProcess stack = start(folder.resolve("rehearsal"), "-XX:AOTCacheOutput=" + cache)) {
            stack.awaitReady();
            stack.process.destroy();
            stack.process.waitFor();
        }
        return "-XX:AOTCache=" + cache;
    }

    /** The JVM may have something to say before; nothing comes from a stack that is killed before it is ready. */
    private Optional<Running> readyLine() {
        // Not closed: whoever closes a process's output may end it.
        BufferedReader out = process.inputReader();
        try {
            return out.lines()
                    .filter(line -> line.startsWith("ready "))
                    .findFirst()
                    .map(Running::from);
        } catch (UncheckedIOException killed) {
            return Optional.empty();
        }
    }

    /** Where it serves, as soon as it does. */
    Running awaitReady() {
        return ready.orTimeout(2, TimeUnit.MINUTES)
                .join()
                .orElseThrow(() -> new IllegalStateException("The stack ended before it was ready; its log says why"));
    }

    /** Ends it by SIGKILL, where there is such a thing. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while the stack ended", interrupted));
        }
    }

    @Override
    public void close() {
        kill();
    }
}
