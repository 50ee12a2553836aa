package dev.hookwarden.benchmarks.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A function as an image could run it: everything on the class path, and an AOT cache (JEP 483, 514) made by a training run. AWS advises
 * against caches of one's own in a zip, for they belong to one build of Java and Lambda replaces it
 * (docs.aws.amazon.com/lambda/latest/dg/java-customization.html).
 */
final class ImageBuild {
    private static final int TRAINING = 5;

    private ImageBuild() {}

    /** The function with a cache, which this makes in the folder. */
    static JavaFunction of(JavaFunction function, Subjects subjects, Path folder)
            throws IOException, InterruptedException {
        Path cache = folder.resolve("function.aot");
        Path root = Files.createDirectories(folder.resolve("root"));
        NativeCode.copy(function.folder().resolve("lib"), Files.createDirectories(root.resolve("lib")));
        JavaFunction image = function.onClassPath(root, jars(function, folder));
        try (Running training = Running.start(subjects.trainee(image.with(List.of("-XX:AOTCacheOutput=" + cache))))) {
            Subject subject = subjects.receiver(image);
            for (int i = 0; i < TRAINING; i++) {
                training.ready().invoke(subject.event());
                training.answer().accept(202);
            }
            training.stop();
        }
        return image.with(List.of("-XX:AOTCache=" + cache));
    }

    /** The class path of a cache has no folders on it. */
    private static List<Path> jars(JavaFunction function, Path folder) throws IOException {
        Path own = folder.resolve("function.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(own));
                Stream<Path> files = Files.walk(function.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path name = function.folder().relativize(file);
                if (!name.startsWith("lib")) {
                    jar.putNextEntry(new JarEntry(name.toString()));
                    Files.copy(file, jar);
                }
            }
        }
        List<Path> jars = new ArrayList<>(List.of(own));
        TaskRoot.jars(function.folder()).forEach(jars::add);
        return jars;
    }
}
