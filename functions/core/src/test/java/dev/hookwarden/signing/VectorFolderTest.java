package dev.hookwarden.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VectorFolderTest {
    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void holdsOneFile() throws IOException {
        folder = Files.createDirectory(root.resolve("mine"));
        Files.writeString(folder.resolve("a.json"), "[]");
    }

    @Test
    void isOursUnlessOneIsNamed() {
        assertThat(VectorFolder.named(null, root)).isEqualTo(VectorFolder.OURS);
    }

    @Test
    void beginsARelativePathAtTheRoot() {
        assertThat(VectorFolder.named("mine", root).files()).containsExactly(new VectorFile(folder.resolve("a.json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void saysThatThePropertyIsEmpty(String given) {
        assertThatThrownBy(() -> VectorFolder.named(given, root))
                .hasMessageContaining("-Dvectors is empty; write -Dvectors=DIR");
    }

    @Test
    void namesAFolderThatIsMissing() {
        assertThatThrownBy(() -> VectorFolder.named("other", root))
                .hasMessageContainingAll(root.resolve("other") + ", which isn't there", "begins at " + root);
    }

    @Test
    void namesAFileInPlaceOfAFolder() {
        assertThatThrownBy(() -> VectorFolder.named("mine/a.json", root))
                .hasMessageContaining(folder.resolve("a.json") + ", which is a file; name the folder that it is in");
    }

    @Test
    void namesAFolderWithoutVectors() throws IOException {
        Files.delete(folder.resolve("a.json"));

        assertThatThrownBy(() -> new VectorFolder(folder).files()).hasMessageContaining("no *.json in " + folder);
    }

    @Test
    void readsASuffixOfAnyCase() throws IOException {
        Files.writeString(folder.resolve("B.JSON"), "[]");

        assertThat(new VectorFolder(folder).files())
                .extracting(VectorFile::name)
                .containsExactly("B.JSON", "a.json");
    }

    @Test
    void passesOverWhatIsNoJson() throws IOException {
        Files.writeString(folder.resolve("README.md"), "");
        Files.createDirectories(folder.resolve("empty"));
        Files.writeString(Files.createDirectory(folder.resolve(".tool")).resolve("settings.json"), "{}");

        assertThat(new VectorFolder(folder).files())
                .extracting(VectorFile::name)
                .containsExactly("a.json");
    }

    @Test
    void saysOfAFolderInsideThatItWasNotRead() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("inner/most")).resolve("c.json"), "[]");

        assertIsAFolder("inner");
    }

    @Test
    void saysOfAFolderThatIsCalledLikeAFileThatItIsOne() throws IOException {
        Files.createDirectory(folder.resolve("x.json"));

        assertIsAFolder("x.json");
    }

    private void assertIsAFolder(String name) {
        assertThatThrownBy(new VectorFolder(folder).files().getLast()::vectors)
                .hasMessageContainingAll(name + " is a folder", "name it as -Dvectors=" + folder.resolve(name));
    }
}
