package dev.hookwarden.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Vectors from files, in the forms that {@code vectors/README.md} describes: those beside it, or with {@code -Dvectors=DIR} every
 * {@code *.json} of a folder.
 */
final class VectorFilesTest {
    @TestFactory
    Stream<DynamicContainer> answersAsTheyExpect() {
        Path root = Path.of(System.getProperty("hookwarden.root"));
        return VectorFolder.named(System.getProperty("vectors"), root).files().stream()
                .map(file -> dynamicContainer(file.name(), tests(file, System.out::println)));
    }

    /** A test for each vector, and one that fails for a file that can't be read: the others are still checked. */
    private static List<DynamicTest> tests(VectorFile file, Consumer<String> report) {
        try {
            List<VectorFile.Vector> vectors = file.vectors();
            report.accept(file.name() + ": " + vectors.size() + " vectors");
            return vectors.stream()
                    .map(vector -> dynamicTest(vector.name(), vector::check))
                    .toList();
        } catch (IllegalArgumentException unreadable) {
            report.accept(file.name() + ": not read");
            return List.of(dynamicTest("can be read", () -> fail(unreadable.getMessage())));
        }
    }

    @Test
    void checksTheOtherFilesBesideOneThatIsUnreadable(@TempDir Path folder) throws IOException {
        String ours = Files.readString(VectorFolder.OURS.path().resolve("wycheproof-hmac-sha256.json"));
        Files.writeString(folder.resolve("1.json"), ours.replace("HMACSHA256", "HMACSHA384"));
        Files.writeString(folder.resolve("2.json"), ours.replaceFirst("\"valid\"", "\"invalid\""));

        List<String> reported = new ArrayList<>();
        List<DynamicTest> tests = new VectorFolder(folder)
                .files().stream()
                        .flatMap(file -> tests(file, reported::add).stream())
                        .toList();

        assertThat(reported).containsExactly("1.json: not read", "2.json: 11 vectors");
        assertThat(tests.stream().filter(VectorFilesTest::fails))
                .extracting(DynamicTest::getDisplayName)
                .containsExactly("can be read", "2.json: testGroups[0]: tests[0] (tcId 1)");
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

    /** With the first such verdict turned round, one vector must fail and no other. */
    private static void assertCaught(Path folder, String name, String from, String to) throws IOException {
        String text = Files.readString(VectorFolder.OURS.path().resolve(name));
        Path changed = Files.writeString(folder.resolve(name), text.replaceFirst(Pattern.quote(from), to));

        assertThat(tests(new VectorFile(changed), any -> {}).stream().filter(VectorFilesTest::fails))
                .hasSize(1);
    }

    private static boolean fails(DynamicTest test) {
        try {
            test.getExecutable().execute();
            return false;
        } catch (AssertionError wrong) {
            return true;
        } catch (Throwable fault) {
            throw new IllegalStateException(test.getDisplayName(), fault);
        }
    }
}
