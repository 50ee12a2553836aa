package dev.hookwarden.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small run in every build; {@code benchmarks/crash} makes the long one. */
class CrashIT {
    private static final long SEED = Long.parseLong(System.getProperty("hookwarden.seed", "20261122"));
    private static final int ROUNDS = Integer.parseInt(System.getProperty("hookwarden.rounds", "3"));

    @TempDir
    private Path folder;

    @Test
    void nothingThatWasAnswered200IsMissing() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        CrashResult result = new CrashRun(folder.resolve("data"), SEED, data -> {}, options()).of(ROUNDS);
        write(result.markdown(SEED, (System.nanoTime() - begun) / 1_000_000_000));

        assertThat(result.ledger().acknowledged()).isPositive();
        assertThat(result.ledger().forgeriesAccepted()).isZero();
        assertThat(result.verdict().lost()).isEmpty();
        assertThat(result.verdict().severalIds()).isEmpty();
        assertThat(result.verdict().sharedIds()).isEmpty();
        assertThat(result.verdict().forged()).isEmpty();
    }

    /** What a rehearsal takes, few rounds don't give back. */
    private String[] options() throws IOException, InterruptedException {
        return ROUNDS < 10 ? new String[0] : new String[] {StackProcess.rehearse(folder)};
    }

    @Test
    void aStackThatForgetsIsFoundOut() throws IOException, InterruptedException {
        CrashResult result = new CrashRun(folder.resolve("data"), 7, CrashIT::deleteJournals).of(1);

        assertThat(result.verdict().lost()).isNotEmpty();
    }

    private static void deleteJournals(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            List<Path> journals =
                    files.filter(file -> file.toString().endsWith(".jsonl")).toList();
            for (Path journal : journals) {
                Files.delete(journal);
            }
        }
    }

    private static void write(String markdown) throws IOException {
        Path table = Path.of(System.getProperty("hookwarden.root"), "cli", "target", "crash.md");
        Files.writeString(table, markdown);
    }
}
