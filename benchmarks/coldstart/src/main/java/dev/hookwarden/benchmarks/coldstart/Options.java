package dev.hookwarden.benchmarks.coldstart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the command line asks for.
 *
 * @param parts {@code start}, {@code warm}, {@code restore} and {@code slow}; all of them if none is named
 * @param rounds {@code --rounds N}: how often each is started
 * @param only {@code --only NAME,..}: what to start beside the yardstick; everything if none is named
 * @param also {@code --also NAME=OPTIONS}: ingest once more, with these options for its virtual machine
 * @param builds {@code --build NAME=ZIP}: another build of ingest
 */
record Options(
        Set<String> parts, int rounds, Set<String> only, Map<String, List<String>> also, Map<String, Path> builds) {
    private static final List<String> PARTS = List.of("start", "warm", "restore", "slow");

    /** What the tables have without being asked. */
    private static final List<String> SUBJECTS =
            List.of("empty", "usual", "ingest", "bare", "image", "processor", "rotation", "probe", "python", "node");

    private static final int ROUNDS = 11;
    private static final Pattern NAME = Pattern.compile("[\\w-]+");

    Options {
        parts = Set.copyOf(parts.isEmpty() ? PARTS : parts);
        only = Set.copyOf(only);
    }

    /**
     * @param folder from which relative paths count
     * @throws IllegalArgumentException if it asks for something that there is not; its message says so in one line
     */
    static Options of(Path folder, String... arguments) {
        Set<String> parts = new LinkedHashSet<>();
        Set<String> only = new LinkedHashSet<>();
        Map<String, List<String>> also = new LinkedHashMap<>();
        Map<String, Path> builds = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>(SUBJECTS);
        int rounds = ROUNDS;
        List<String> left = new ArrayList<>(List.of(arguments));
        while (!left.isEmpty()) {
            String argument = left.removeFirst();
            switch (argument) {
                case "--rounds" -> rounds = rounds(value(argument, left));
                case "--only" -> only.addAll(List.of(value(argument, left).split(",", -1)));
                case "--also" -> {
                    Named named = Named.of(argument, value(argument, left), names);
                    also.put(named.name(), words(named.value()));
                }
                case "--build" -> {
                    Named named = Named.of(argument, value(argument, left), names);
                    builds.put(named.name(), zip(folder.resolve(named.value())));
                }
                default -> parts.add(part(argument));
            }
        }
        only.forEach(name -> oneOf(names, "name", name));
        return new Options(parts, rounds, only, also, builds);
    }

    private static String part(String argument) {
        if (argument.startsWith("-")) {
            throw new IllegalArgumentException("There is no option " + argument + "; --help says which there are");
        }
        return oneOf(PARTS, "part", argument);
    }

    private static String value(String option, List<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return left.removeFirst();
    }

    private static int rounds(String text) {
        if (!text.matches("0*[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException("--rounds needs a number from 1 to 999999, not " + text);
        }
        return Integer.parseInt(text);
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static Path zip(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("There is no file " + path);
        }
        return path;
    }

    private static String oneOf(Iterable<String> known, String what, String text) {
        for (String each : known) {
            if (each.equals(text)) {
                return text;
            }
        }
        throw new IllegalArgumentException("There is no " + what + " " + text + ", only " + String.join(", ", known));
    }

    boolean wants(String subject) {
        return only.isEmpty()
                || only.contains(subject)
                || subject.equals("usual")
                || also.containsKey(subject)
                || builds.containsKey(subject);
    }

    private record Named(String name, String value) {
        /** Takes the name, so that no other has it. */
        static Named of(String option, String text, Set<String> taken) {
            int end = text.indexOf('=');
            if (end < 0 || !NAME.matcher(text.substring(0, end)).matches()) {
                throw new IllegalArgumentException(
                        option + " needs NAME=VALUE, the name of letters, digits, - and _, not " + text);
            }
            String name = text.substring(0, end);
            if (!taken.add(name)) {
                throw new IllegalArgumentException(option + " needs a name that is not in use, as " + name + " is");
            }
            return new Named(name, text.substring(end + 1));
        }
    }
}
