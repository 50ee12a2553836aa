package dev.hookwarden.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Vectors from files, in the forms that {@code vectors/README.md} describes: those beside it, or with {@code -Dvectors=DIR} every
 * {@code *.json} of a folder.
 */
final class VectorFilesTest {
    private static final Path OURS = Path.of("src/test/resources/vectors");

    @TestFactory
    Stream<DynamicContainer> answersAsTheyExpect() {
        String given = System.getProperty("vectors", "");
        Path folder = given.isEmpty()
                ? OURS
                : Path.of(System.getProperty("hookwarden.root")).resolve(given);
        return VectorFile.in(folder).stream()
                .map(file -> dynamicContainer(
                        file.path().getFileName().toString(),
                        file.vectors().stream().map(vector -> dynamicTest(vector.name(), vector::check))));
    }

    @Test
    void catchesAWrongVerdictOnAMac(@TempDir Path folder) throws IOException {
        assertCaught(folder, "wycheproof-hmac-sha256.json", "\"invalid\"", "\"valid\"");
        assertCaught(folder, "wycheproof-hmac-sha256.json", "\"valid\"", "\"invalid\"");
    }

    @Test
    void catchesAWrongVerdictOnAWebhook(@TempDir Path folder) throws IOException {
        assertCaught(folder, "webhooks.json", "\"refused\"", "\"verified\"");
        assertCaught(folder, "webhooks.json", "\"verified\"", "\"refused\"");
    }

    @Test
    void namesAFileOfNoKnownForm(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("other.json"), "{\"cases\": []}");

        assertThatThrownBy(() -> VectorFile.in(folder).getFirst().vectors())
                .hasMessageContaining("other.json")
                .hasMessageContaining("neither testGroups nor vectors");
    }

    @Test
    void namesAFileWhoseGroupsAreEmpty(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("empty.json"), "{\"algorithm\": \"HMACSHA256\", \"testGroups\": [{}]}");

        assertThatThrownBy(() -> VectorFile.in(folder).getFirst().vectors())
                .hasMessageContaining("empty.json")
                .hasMessageContaining("no vectors");
    }

    @Test
    void namesAFolderWithoutVectors(@TempDir Path folder) {
        assertThatThrownBy(() -> VectorFile.in(folder)).hasMessageContaining("no *.json");
    }

    /** With the first such verdict turned round, one vector must fail and no other. */
    private static void assertCaught(Path folder, String name, String from, String to) throws IOException {
        String text = Files.readString(OURS.resolve(name));
        Files.writeString(folder.resolve(name), text.replaceFirst(Pattern.quote(from), to));

        assertThat(VectorFile.in(folder).getFirst().vectors().stream().filter(VectorFilesTest::fails))
                .hasSize(1);
    }

    private static boolean fails(VectorFile.Vector vector) {
        try {
            vector.check();
            return false;
        } catch (AssertionError wrong) {
            return true;
        }
    }
}
