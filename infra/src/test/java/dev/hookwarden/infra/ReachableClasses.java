package dev.hookwarden.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The classes of ours that code of ours can reach, read from their class files. */
final class ReachableClasses {
    private static final Pattern OURS = Pattern.compile("\\[*L?(dev/hookwarden/[^;]+);?");

    private final List<ClassModel> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> toRead = new ArrayDeque<>();

    private ReachableClasses() {}

    /** This class and every class of ours that can be reached from it. */
    static List<ClassModel> from(String className) {
        ReachableClasses reachable = new ReachableClasses();
        reachable.meet(className.replace('.', '/'));
        while (!reachable.toRead.isEmpty()) {
            reachable.read(reachable.toRead.remove());
        }
        return reachable.found;
    }

    private void meet(String internalName) {
        Matcher ours = OURS.matcher(internalName);
        if (ours.matches() && seen.add(ours.group(1))) {
            toRead.add(ours.group(1));
        }
    }

    private void read(String internalName) {
        try (InputStream file = ReachableClasses.class.getResourceAsStream("/" + internalName + ".class")) {
            byte[] bytes = Objects.requireNonNull(file, internalName).readAllBytes();
            ClassModel model = ClassFile.of().parse(bytes);
            found.add(model);
            model.constantPool().forEach(entry -> {
                if (entry instanceof ClassEntry type) {
                    meet(type.asInternalName());
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
