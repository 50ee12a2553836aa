package dev.hookwarden.benchmarks.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The AWS CRT's native code: the zips have it for Lambda's processor, and this machine may have another. */
final class NativeCode {
    private NativeCode() {}

    static void replaceIn(Path lib) throws IOException {
        if (!Files.isDirectory(lib)) {
            return;
        }
        List<Path> jars;
        try (Stream<Path> files = Files.list(lib)) {
            jars = files.filter(file -> file.getFileName().toString().startsWith("aws-crt-0"))
                    .toList();
        }
        for (Path jar : jars) {
            Files.delete(jar);
            Files.copy(RuntimeClient.jar("aws-crt-0"), lib.resolve(jar.getFileName()));
        }
    }
}
