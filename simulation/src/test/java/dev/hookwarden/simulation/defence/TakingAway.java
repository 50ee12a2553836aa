package dev.hookwarden.simulation.defence;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Takes defences away, one at a time and in a copy of the checkout, and runs the test that must fail then; before that the same test with
 * nothing taken away, which must pass. The modules must have been compiled; {@code simulation/defences} sees to it.
 */
final class TakingAway {
    private static final List<String> NOT_COPIED = List.of(".git", "target", "node_modules");

    private final Path checkout;
    private final Path copy;
    private final Path changed;

    private TakingAway(Path checkout, Path work) {
        this.checkout = checkout;
        this.copy = work.resolve("copy");
        this.changed = work.resolve("changed");
    }

    /**
     * Prints one row for each defence that its test guards, and exits with 1 if there is one that it doesn't.
     *
     * @param arguments the checkout, and if not all are wanted a part of the titles of those that are
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path checkout = Path.of(arguments[0]).toRealPath();
        String wanted = arguments.length > 1 ? arguments[1] : "";
        Path work = Files.createTempDirectory("defences");
        boolean allGuarded = new TakingAway(checkout, work).tryAll(wanted);
        delete(work);
        System.exit(allGuarded ? 0 : 1);
    }

    private boolean tryAll(String wanted) throws IOException, InterruptedException {
        copy(checkout);
        boolean allGuarded = true;
        for (Defence defence : Defence.in(checkout.resolve("simulation/defences.txt"))) {
            if (defence.title().contains(wanted)) {
                allGuarded &= isGuarded(defence);
            }
        }
        return allGuarded;
    }

    private void copy(Path folder) throws IOException {
        Files.createDirectories(copy.resolve(checkout.relativize(folder)));
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                if (Files.isDirectory(entry)) {
                    if (!NOT_COPIED.contains(entry.getFileName().toString())) {
                        copy(entry);
                    }
                } else {
                    Files.copy(entry, copy.resolve(checkout.relativize(entry)), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private boolean isGuarded(Defence defence) throws IOException, InterruptedException {
        Path file = copy.resolve(defence.file());
        String source = Files.readString(file);
        Module tests = Module.of(Module.test(checkout, defence.file(), defence.testClass()));
        int before = run(defence, tests);
        Files.writeString(file, defence.takenFrom(source));
        try {
            compile(defence);
            int after = run(defence, tests);
            boolean guarded = before == 0 && after == 1;
            System.out.println(guarded ? defence.row() : defence.row() + " NOT GUARDED: " + before + ", " + after);
            return guarded;
        } finally {
            Files.writeString(file, source);
            delete(changed);
        }
    }

    private void compile(Defence defence) throws IOException {
        if (!defence.file().toString().endsWith(".java")) {
            return;
        }
        Files.createDirectories(changed);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-nowarn",
                        "-parameters",
                        "-d",
                        changed.toString(),
                        "-cp",
                        Module.of(defence.file()).classPath(checkout),
                        copy.resolve(defence.file()).toString());
        if (result != 0) {
            throw new IllegalStateException("It doesn't compile without: " + defence.title());
        }
    }

    /** 0 if the test passes, 1 if it fails, something else if it can't run. */
    private int run(Defence defence, Module tests) throws IOException, InterruptedException {
        String classPath = String.join(
                File.pathSeparator,
                changed.toString(),
                tests.classPath(checkout),
                new Module(Path.of("simulation")).classPath(checkout));
        Path test = Module.test(checkout, defence.file(), defence.testClass());
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dhookwarden.root=" + copy,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath,
                        "org.junit.platform.console.ConsoleLauncher",
                        "execute",
                        "--select-class=" + Module.className(test),
                        "--include-methodname=.*#" + defence.testMethod() + "(\\(.*\\))?",
                        "--fail-if-no-tests",
                        "--details=none",
                        "--disable-banner")
                .directory(copy.resolve(tests.folder()).toFile())
                .redirectErrorStream(true)
                .redirectOutput(copy.resolveSibling("output.txt").toFile())
                .start()
                .waitFor();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.toList().reversed()) {
                    Files.delete(path);
                }
            }
        }
    }
}
