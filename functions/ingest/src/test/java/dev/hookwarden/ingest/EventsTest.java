package dev.hookwarden.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.verification.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every attempt in {@code events/} gets the answer that it is there to show. */
class EventsTest {
    /** The files that are not accepted. */
    private static final Map<String, Integer> STATUS = Map.of(
            "cases/forged.json", 401,
            "cases/tampered.json", 401,
            "cases/no-signature.json", 401,
            "cases/wrong-provider.json", 401,
            "cases/unknown-provider.json", 404,
            "cases/wrong-method.json", 405,
            "cases/compressed.json", 415);

    private final Receiver receiver = new Receiver(
            Provider.ALL,
            IngestConfig.LARGEST_PAYLOAD,
            new Verifier(SampleEvents.keyrings()),
            delivery -> {},
            line -> {},
            InstantSource.fixed(SampleEvents.SIGNED_AT),
            () -> "attempt-1");

    @ParameterizedTest
    @MethodSource("files")
    void getsItsAnswer(String file) {
        Answer answer = receiver.receive(SampleEvents.attempt(file));

        assertThat(answer.status()).isEqualTo(STATUS.getOrDefault(file, 200));
    }

    @Test
    void thereIsAFileForEveryAnswer() throws IOException {
        assertThat(files()).containsAll(STATUS.keySet());
    }

    @Test
    void thereIsASampleOfEveryProvider() throws IOException {
        List<String> files = files().toList();

        assertThat(Provider.ALL)
                .filteredOn(provider -> files.stream().noneMatch(file -> file.startsWith(provider.id() + "/")))
                .extracting(provider -> provider.id() + " has no sample in events/")
                .isEmpty();
    }

    @Test
    void coversEveryEventTypeThatZenooDocuments() throws IOException {
        assertThat(files().filter(file -> file.startsWith("zenoo/"))).hasSize(5 + 14);
    }

    static Stream<String> files() throws IOException {
        try (Stream<Path> paths = Files.walk(SampleEvents.FOLDER)) {
            return paths
                    .filter(path -> path.toString().endsWith(".json"))
                    .map(path -> SampleEvents.FOLDER.relativize(path).toString())
                    .filter(file -> !file.startsWith("processor/"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
