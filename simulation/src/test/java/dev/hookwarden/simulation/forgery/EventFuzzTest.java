package dev.hookwarden.simulation.forgery;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.signing.Sender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Invariant I8 at the edge: whatever the function is handed, it throws nothing and answers no 5xx. A build runs the sample events, and what fuzzing
 * once found; {@code simulation/fuzz} looks for more.
 */
class EventFuzzTest {
    private final Receiving receiving = new Receiving(List.of(
            new Target(Provider.ZENOO, Sender.GITHUB, "hookwarden-sample-key-zenoo-7f3a9c51"),
            new Target(Provider.JOBSITEON, Sender.BARE_HEX, "hookwarden-sample-key-jobsiteon-b2d84e06")));

    static List<byte[]> samples() throws IOException {
        List<byte[]> samples = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("hookwarden.root"), "events"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                samples.add(Files.readAllBytes(file));
            }
        }
        return samples;
    }

    @MethodSource("samples")
    @FuzzTest
    void neverFaults(byte[] event) {
        assertThat(receiving.status(event)).isIn(200, 400, 401, 404, 405, 413, 415);
    }
}
