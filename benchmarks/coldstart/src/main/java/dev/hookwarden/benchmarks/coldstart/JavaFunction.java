package dev.hookwarden.benchmarks.coldstart;

import java.nio.file.Path;
import java.util.List;

/**
 * A function in Java, and how Lambda is told to run it.
 *
 * @param folder its zip, unpacked
 * @param memory in MB
 * @param classPath what isn't in the folder: nothing in a zip, everything in an image
 * @param options for the virtual machine, beside those of the runtime
 */
record JavaFunction(
        String name,
        Path folder,
        String handler,
        int memory,
        boolean snapStart,
        List<Path> classPath,
        List<String> options) {
    JavaFunction {
        classPath = List.copyOf(classPath);
        options = List.copyOf(options);
    }

    static JavaFunction of(String name, Path folder, String handler, int memory) {
        return new JavaFunction(name, folder, handler, memory, false, List.of(), List.of());
    }

    JavaFunction named(String newName) {
        return new JavaFunction(newName, folder, handler, memory, snapStart, classPath, options);
    }

    JavaFunction withMemory(int newMemory) {
        return new JavaFunction(name, folder, handler, newMemory, snapStart, classPath, options);
    }

    JavaFunction underSnapStart() {
        return new JavaFunction(name, folder, handler, memory, true, classPath, options);
    }

    JavaFunction with(List<String> newOptions) {
        return new JavaFunction(name, folder, handler, memory, snapStart, classPath, newOptions);
    }

    /** As an image would run it: in a folder without classes, with this on the class path. */
    JavaFunction onClassPath(Path root, List<Path> jars) {
        return new JavaFunction(name, root, handler, memory, snapStart, jars, options);
    }

    List<String> command(List<String> more) {
        return RuntimeClient.command(this, more);
    }
}
