package dev.hookwarden.local.aws.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void keepTwo() {
        file = folder.resolve("kept.jsonl");
        try (Journal journal = Journal.in(file)) {
            journal.load();
            journal.put("a", new TextNode("first"));
            journal.put("b", new TextNode("a line\nof two"));
        }
    }

    @Test
    void givesBackWhatWasPutInItsOrder() {
        assertThat(loaded())
                .containsExactly(Map.entry("a", new TextNode("first")), Map.entry("b", new TextNode("a line\nof two")));
    }

    @Test
    void keepsTheLastValue() {
        change(journal -> journal.put("a", new TextNode("second")));
        assertThat(loaded()).containsEntry("a", new TextNode("second")).hasSize(2);
    }

    @Test
    void forgetsWhatWasRemoved() {
        change(journal -> journal.remove("a"));
        assertThat(loaded()).containsOnlyKeys("b");
    }

    @Test
    void isWrittenBeforeTheCallReturns() throws IOException {
        Journal unclosed = Journal.in(file);
        unclosed.load();
        unclosed.put("c", new TextNode("there"));
        assertThat(Files.readString(file)).endsWith("{\"key\":\"c\",\"value\":\"there\"}\n");
    }

    @Test
    void leavesOutALineThatWasCutOff() throws IOException {
        Files.writeString(file, "{\"key\":\"c\",\"val", StandardOpenOption.APPEND);
        change(journal -> journal.put("d", new TextNode("after")));
        assertThat(loaded()).containsOnlyKeys("a", "b", "d");
    }

    @Test
    void leavesOutALineWithoutItsEnd() throws IOException {
        Files.writeString(file, "{\"key\":\"c\",\"value\":1}", StandardOpenOption.APPEND);
        change(journal -> journal.put("d", new TextNode("after")));
        assertThat(loaded()).containsOnlyKeys("a", "b", "d");
    }

    @Test
    void refusesDamageInTheMiddleAndQuotesNothing() throws IOException {
        Files.writeString(
                file, "{\"key\":\"c\",\"value\":\"secret\n{\"key\":\"d\",\"value\":1}\n", StandardOpenOption.APPEND);
        assertThatThrownBy(this::loaded)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("delete it to start anew")
                .hasStackTraceContaining("damaged at byte")
                .satisfies(
                        refusal -> assertThat(Throwables.getStackTrace(refusal)).doesNotContain("secret"));
    }

    @Test
    void shrinksToWhatIsKept() throws IOException {
        change(journal -> journal.put("a", new TextNode("second")));
        loaded();
        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void isItsOwnersAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private Map<String, JsonNode> loaded() {
        try (Journal journal = Journal.in(file)) {
            return journal.load();
        }
    }

    private void change(Consumer<Journal> change) {
        try (Journal journal = Journal.in(file)) {
            journal.load();
            change.accept(journal);
        }
    }
}
