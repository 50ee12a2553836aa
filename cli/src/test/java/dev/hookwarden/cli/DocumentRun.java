package dev.hookwarden.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs every command that the documents show, word for word and in their order, on the local stack that README starts; it needs that stack's
 * usual ports. Run from its source, when the project is built: {@code java cli/src/test/java/dev/hookwarden/cli/DocumentRun.java .}.
 */
public final class DocumentRun {
    private static final String START = "./hookwarden local";
    private static final Set<String> NOT_RUN = Set.of("ci", "long", "on-aws");
    private static final long LONGEST_MINUTES = 5;

    private final Path root;
    private int failed;

    DocumentRun(Path root) {
        this.root = root;
    }

    /** Exits with 1 if a command did not end as its document says. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        Set<Path> before = files(root);
        DocumentRun run = new DocumentRun(root);
        Process stack = run.startStack();
        try {
            for (DocumentBlock block : DocumentBlock.ofAllDocuments(root)) {
                if (block.isOf("sh") && NOT_RUN.stream().noneMatch(block::has) && !isStart(block)) {
                    run.run(block);
                }
            }
        } finally {
            stack.destroy();
            stack.waitFor();
            for (Path file : files(root)) {
                if (!before.contains(file)) {
                    Files.delete(file);
                }
            }
        }
        System.exit(run.failed == 0 ? 0 : 1);
    }

    private static boolean isStart(DocumentBlock block) {
        return block.commands().equals(List.of(START));
    }

    private static Set<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.filter(Files::isRegularFile).collect(Collectors.toSet());
        }
    }

    private Process startStack() throws IOException {
        Process stack = process("exec " + START);
        BufferedReader out = new BufferedReader(new InputStreamReader(stack.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.startsWith("ready ")) {
            System.out.println(line);
            line = out.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("The local stack did not start; are its ports free?");
        }
        Thread.ofVirtual().start(() -> out.lines().forEach(ignored -> {}));
        return stack;
    }

    private void run(DocumentBlock block) throws IOException, InterruptedException {
        List<String> missing = missing(block);
        if (!missing.isEmpty()) {
            System.out.printf("%s: skipped, not installed here: %s%n", block.place(), String.join(", ", missing));
            return;
        }
        Process process = process(block.text());
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
        String exit = ended ? Integer.toString(process.exitValue()) : "none";
        boolean asSaid = exit.equals(block.value("exits", "0"));
        System.out.printf("%s: %s%n", block.place(), asSaid ? "as it says" : "ended with " + exit);
        if (!asSaid) {
            failed++;
            System.out.println(block.text() + "\n" + printed);
        }
    }

    private List<String> missing(DocumentBlock block) throws IOException, InterruptedException {
        List<String> missing = new ArrayList<>();
        for (String tool : block.value("needs", "").split(",", -1)) {
            if (!tool.isEmpty() && process("command -v " + tool).waitFor() != 0) {
                missing.add(tool);
            }
        }
        return missing;
    }

    private Process process(String script) throws IOException {
        return new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", script)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
    }
}
