package dev.hookwarden.benchmarks.coldstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A function's zip, unpacked as Lambda unpacks it. */
final class TaskRoot {
    private TaskRoot() {}

    /** Unpacks what is wanted of a zip, with native code for this machine in place of the code for the one that it is deployed on. */
    static Path unpack(Path zip, Path folder, Predicate<String> wanted) throws IOException {
        Files.createDirectories(folder);
        try (ZipFile open = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : open.stream()
                    .filter(each -> !each.isDirectory() && wanted.test(each.getName()))
                    .toList()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (InputStream in = open.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
        NativeCode.replaceIn(folder.resolve("lib"));
        return folder;
    }

    /** The jars in {@code lib}, in the order in which Lambda's runtime puts them on the class path. */
    static Stream<Path> jars(Path folder) throws IOException {
        Path lib = folder.resolve("lib");
        if (!Files.isDirectory(lib)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(lib)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
        }
    }
}
