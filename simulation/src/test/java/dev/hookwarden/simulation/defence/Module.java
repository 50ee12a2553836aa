package dev.hookwarden.simulation.defence;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A module that was compiled, with the class path of its tests beside its classes. */
record Module(Path folder) {
    private static final String TESTS = "src/test/java";

    /** The module that has this file. */
    static Module of(Path file) {
        return new Module(file.subpath(0, indexOf(file, "src")));
    }

    private static int indexOf(Path file, String name) {
        for (int at = 0; at < file.getNameCount(); at++) {
            if (file.getName(at).toString().equals(name)) {
                return at;
            }
        }
        throw new IllegalArgumentException(file + " is in no module");
    }

    /** The source of this test class, below the checkout; the module's own comes first where two have the same name. */
    static Path test(Path checkout, Path file, String testClass) throws IOException {
        try (Stream<Path> files = Files.walk(checkout)) {
            String first = file.subpath(0, Math.min(2, file.getNameCount())).toString();
            List<Path> found = files.filter(path -> path.endsWith(testClass + ".java"))
                    .map(checkout::relativize)
                    .filter(path -> path.toString().contains(TESTS))
                    .sorted((one, other) -> Boolean.compare(other.startsWith(first), one.startsWith(first)))
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("There is no test " + testClass);
            }
            return found.getFirst();
        }
    }

    /** The name of the class that this source file is of. */
    static String className(Path source) {
        String path = source.toString().replace(File.separatorChar, '/');
        String name = path.substring(path.indexOf("java/") + "java/".length());
        return name.replace(".java", "").replace('/', '.');
    }

    String classPath(Path checkout) throws IOException {
        Path target = checkout.resolve(folder).resolve("target");
        return target.resolve("test-classes")
                + File.pathSeparator
                + target.resolve("classes")
                + File.pathSeparator
                + Files.readString(target.resolve("test-class-path.txt"));
    }
}
