package dev.hookwarden.simulation.canary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks through everything that a build's tests printed: the reports in every module's {@code target}, and the files that are named besides. The
 * values come from {@code simulation/canaries.txt} and from the signatures in {@code events/}. Run from its source:
 * {@code java simulation/src/test/java/dev/hookwarden/simulation/canary/ReportScan.java . [FILE...]}.
 */
public final class ReportScan {
    private static final Pattern SIGNATURE =
            Pattern.compile("(?:\"|sha256=|v1=|v1,)([0-9a-f]{64}|[A-Za-z0-9+/]{43}=)[\", ]");
    private static final List<String> REPORTS = List.of("surefire-reports", "failsafe-reports");

    private final Canaries canaries;

    ReportScan(Canaries canaries) {
        this.canaries = canaries;
    }

    /** Exits with 1 if a value shows, with 2 if there is nothing to look through. */
    public static void main(String... arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        Canaries canaries = registered(root);
        List<Path> files = new ArrayList<>(reports(root));
        Stream.of(arguments).skip(1).map(Path::of).forEach(files::add);
        List<String> found = new ReportScan(canaries).in(files);
        found.forEach(System.out::println);
        System.out.printf(
                "canary scan: %d values, %d files, %d findings%n", canaries.size(), files.size(), found.size());
        System.exit(files.isEmpty() ? 2 : found.isEmpty() ? 0 : 1);
    }

    /** The values of the registry, and every signature that the sample events carry. */
    static Canaries registered(Path root) throws IOException {
        Canaries canaries = new Canaries();
        for (String line : Files.readAllLines(root.resolve("simulation/canaries.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int space = line.indexOf(' ');
                canaries.add(line.substring(0, space), line.substring(space + 1));
            }
        }
        for (Path event : files(root.resolve("events"), ".json")) {
            Matcher signature = SIGNATURE.matcher(Files.readString(event));
            while (signature.find()) {
                canaries.add("a signature of " + event.getFileName(), signature.group(1));
            }
        }
        return canaries;
    }

    private static List<Path> reports(Path root) throws IOException {
        return files(root, "").stream()
                .filter(file ->
                        REPORTS.stream().anyMatch(folder -> file.toString().contains("/target/" + folder + "/")))
                .toList();
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(end) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    /** Where something shows: file, line and the value's name, never the value. */
    List<String> in(List<Path> files) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            int line = 0;
            for (String text : lines(file)) {
                line++;
                Optional<String> name = canaries.in(unescaped(text));
                if (name.isPresent()) {
                    found.add(file + ":" + line + ": " + name.get() + " shows");
                }
            }
        }
        return found;
    }

    /** Whatever its encoding. */
    private static List<String> lines(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
    }

    private static String unescaped(String xml) {
        return xml.replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
