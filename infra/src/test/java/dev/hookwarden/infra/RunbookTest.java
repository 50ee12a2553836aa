package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** From alarms to what people do about them, and back. */
class RunbookTest {
    private static final Stack ROOT = Stack.root(Map.of("ZenooSilenceHours", "72"));

    private static final Path RUNBOOK = Templates.CHECKOUT.resolve("docs/runbook.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| \\[([a-z-]+)]\\(#[a-z-]+\\) \\| ([a-z0-9, -]+) \\|");

    @Test
    void everyAlarmHasItsHeadingAndEveryHeadingItsAlarm() throws IOException {
        Set<String> headings = Alarm.all(ROOT).stream().map(Alarm::heading).collect(Collectors.toSet());

        assertThat(sections().keySet()).isEqualTo(headings);
    }

    @Test
    void anAlarmIsNamedForItsHeading() {
        assertThat(Alarm.all(ROOT)).allSatisfy(alarm -> assertThat(alarm.name()).endsWith("-" + alarm.heading()));
    }

    @Test
    void everyHeadingSaysWhatItMeansHowToConfirmWhatToDoAndWhenItIsOver() throws IOException {
        assertThat(sections())
                .allSatisfy((heading, text) -> assertThat(text)
                        .as(heading)
                        .containsSubsequence("**Means.**", "**Confirm.**", "**Do.**", "**Over.**"));
    }

    @Test
    void theTableSaysWhichAlarmsPageByWhat() throws IOException {
        Map<String, String> headings = Alarm.all(ROOT).stream()
                .collect(Collectors.toMap(Alarm::name, Alarm::heading, (first, second) -> first));
        Map<String, Set<String>> paging = Alarm.composite(ROOT).stream()
                .filter(composite -> !composite.name().contains("-jobsiteon-"))
                .collect(Collectors.toMap(
                        Alarm::heading,
                        composite ->
                                composite.children().stream().map(headings::get).collect(Collectors.toSet())));

        assertThat(pagingTable()).isEqualTo(paging);
    }

    /** The alarms of each composite as the table lists them. */
    private static Map<String, Set<String>> pagingTable() throws IOException {
        return ROW.matcher(Files.readString(RUNBOOK))
                .results()
                .collect(Collectors.toMap(
                        (MatchResult row) -> row.group(1),
                        row -> Set.of(row.group(2).split(", ", -1))));
    }

    /** What the chapter on alarms says, by heading. */
    private static Map<String, String> sections() throws IOException {
        String runbook = Files.readString(RUNBOOK);
        String chapter = runbook.split("\n## Alarms\n", 2)[1].split("\n## ", 2)[0];
        Map<String, String> sections = new TreeMap<>();
        for (String section : chapter.substring(chapter.indexOf("\n### ") + 5).split("\n### ", -1)) {
            String[] parts = section.split("\n", 2);
            sections.put(parts[0], parts[1]);
        }
        return sections;
    }
}
