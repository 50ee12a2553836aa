package dev.hookwarden.benchmarks;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Which benchmarks a name chooses. */
final class Chosen {
    /** The method of each class to which its others are compared. */
    static final String YARDSTICK = "bareHmac";

    private Chosen() {}

    /**
     * The full names of the benchmarks whose name contains this regular expression, as Java writes it or as the table does, and of their yardsticks.
     *
     * @throws IllegalArgumentException if there are none, or it is no regular expression; its message says so in one line
     */
    static Set<String> by(String name) {
        Pattern pattern = pattern(name);
        Set<String> all = BenchmarkList.defaultList()
                .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
                .stream()
                .map(BenchmarkListEntry::getUsername)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> chosen = new TreeSet<>();
        for (String each : all) {
            if (pattern.matcher(each).find() || pattern.matcher(shown(each)).find()) {
                chosen.add(each);
                chosen.add(each.substring(0, each.lastIndexOf('.') + 1) + YARDSTICK);
            }
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("There is no benchmark " + name + ", only "
                    + all.stream().map(Chosen::shown).collect(Collectors.joining(", ")));
        }
        return chosen;
    }

    /** As the table has it: {@code Verify bareHmac}. */
    static String shown(String name) {
        int dot = name.lastIndexOf('.');
        String subject = name.substring(name.lastIndexOf('.', dot - 1) + 1, dot);
        return subject.replace("Benchmark", "") + " " + name.substring(dot + 1);
    }

    private static Pattern pattern(String name) {
        try {
            return Pattern.compile(name);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(name + " is no regular expression: " + wrong.getDescription(), wrong);
        }
    }
}
