package dev.hookwarden.benchmarks.coldstart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    private static final Set<String> PARTS = Set.of("start", "warm", "restore", "slow");

    Options {
        parts = Set.copyOf(parts.isEmpty() ? PARTS : parts);
        only = Set.copyOf(only);
    }

    /** @throws IllegalArgumentException if it asks for something else */
    static Options of(String... arguments) {
        Set<String> parts = new LinkedHashSet<>();
        Set<String> only = new LinkedHashSet<>();
        Map<String, List<String>> also = new LinkedHashMap<>();
        Map<String, Path> builds = new LinkedHashMap<>();
        int rounds = 11;
        List<String> left = new ArrayList<>(List.of(arguments));
        while (!left.isEmpty()) {
            String argument = left.removeFirst();
            switch (argument) {
                case "--rounds" -> rounds = Integer.parseInt(left.removeFirst());
                case "--only" -> only.addAll(List.of(left.removeFirst().split(",")));
                case "--also" -> {
                    String[] named = left.removeFirst().split("=", 2);
                    also.put(named[0], List.of(named[1].split(" ")));
                }
                case "--build" -> {
                    String[] named = left.removeFirst().split("=", 2);
                    builds.put(named[0], Path.of(named[1]));
                }
                default -> parts.add(checked(argument));
            }
        }
        return new Options(parts, rounds, only, also, builds);
    }

    private static String checked(String part) {
        if (!PARTS.contains(part)) {
            throw new IllegalArgumentException("There is no part " + part + ", only start, warm, restore and slow");
        }
        return part;
    }

    boolean wants(String subject) {
        return only.isEmpty()
                || only.contains(subject)
                || subject.equals("usual")
                || also.containsKey(subject)
                || builds.containsKey(subject);
    }
}
