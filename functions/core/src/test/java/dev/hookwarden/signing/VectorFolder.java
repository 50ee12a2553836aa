package dev.hookwarden.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that vectors are read from. */
record VectorFolder(Path path) {
    static final VectorFolder OURS = new VectorFolder(Path.of("src/test/resources/vectors"));

    /**
     * The folder that {@code -Dvectors} names, or ours without it.
     *
     * @param root where a relative path begins
     * @throws IllegalArgumentException if it names none
     */
    static VectorFolder named(@Nullable String given, Path root) {
        if (given == null) {
            return OURS;
        }
        if (given.isBlank()) {
            throw new IllegalArgumentException(
                    "-Dvectors is empty; write -Dvectors=DIR, or leave it out to run the vectors of this checkout");
        }
        Path path = root.resolve(given);
        if (!Files.isDirectory(path)) {
            throw new IllegalArgumentException("-Dvectors names " + path + ", which "
                    + (Files.exists(path)
                            ? "is a file; name the folder that it is in"
                            : "isn't there; a relative path begins at " + root));
        }
        return new VectorFolder(path);
    }

    /**
     * Every {@code *.json} in it, and every folder in it that has such files, which aren't read; in the order of their names.
     *
     * @throws IllegalArgumentException if there is nothing of the kind
     */
    List<VectorFile> files() {
        try (Stream<Path> inside = Files.list(path)) {
            List<VectorFile> found = inside.filter(file -> isJson(file) || isFolderWithJson(file))
                    .sorted()
                    .map(VectorFile::new)
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException(
                        "There is no *.json in " + path + "; name the folder that they are in");
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path + " can't be listed", unreadable);
        }
    }

    private static boolean isJson(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /** A folder with a dot before its name is somebody's tool's. */
    private static boolean isFolderWithJson(Path file) {
        if (!Files.isDirectory(file) || file.getFileName().toString().startsWith(".")) {
            return false;
        }
        try (Stream<Path> inside = Files.walk(file.toRealPath())) {
            return inside.anyMatch(VectorFolder::isJson);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " can't be listed", unreadable);
        }
    }
}
