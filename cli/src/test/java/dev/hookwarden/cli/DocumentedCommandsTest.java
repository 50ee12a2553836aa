package dev.hookwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents tell people to type is what the command line takes. */
class DocumentedCommandsTest {
    private static final Path ROOT = Path.of(System.getProperty("hookwarden.root"));
    /** What the shell puts in before the command line sees it. */
    private static final String SUBSTITUTED = "\"\\$\\(.*\\)\"";

    private static final Pattern OURS = Pattern.compile("\\./hookwarden ([^|&;>]*)");
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");

    static List<DocumentBlock> blocks() throws IOException {
        return DocumentBlock.ofAllDocuments(ROOT);
    }

    static List<String> commands() throws IOException {
        return blocks().stream()
                .filter(block -> block.isOf("sh"))
                .flatMap(block -> block.commands().stream())
                .flatMap(line -> OURS.matcher(line.replaceAll(SUBSTITUTED, "VALUE"))
                        .results()
                        .map(ours -> ours.group(1)))
                .distinct()
                .toList();
    }

    @Test
    void everyBlockSaysWhatItIs() throws IOException {
        assertThat(blocks()).noneMatch(block -> block.isOf(""));
    }

    @Test
    void commandsOfTheBuildAreThoseOfCi() throws IOException {
        String ci = Files.readString(ROOT.resolve(".ci/run"));

        assertThat(blocks().stream().filter(block -> block.has("ci")).flatMap(block -> block.commands().stream()))
                .isNotEmpty()
                .allSatisfy(command -> assertThat(ci).contains(command));
    }

    @Test
    void whatTakesLongIsThere() throws IOException {
        assertThat(blocks().stream().filter(block -> block.has("long")).flatMap(block -> block.commands().stream()))
                .isNotEmpty()
                .allSatisfy(command ->
                        assertThat(ROOT.resolve(command.split(" ", -1)[0])).isExecutable());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theCommandLineTakes(String command) {
        List<String> words =
                WORD.matcher(command).results().map(MatchResult::group).toList();

        assertThatNoException().isThrownBy(() -> Hookwarden.commandLine().parseArgs(words.toArray(String[]::new)));
    }
}
