package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the worked example, {@code docs/adding-a-provider.md}, against the repository. */
class AddingAProviderTest {
    private static final Template ROOT = Templates.root();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```([a-z]+)\n(.*?)^```$");
    private static final Pattern QUOTED = Pattern.compile("(?ms)`([\\w./-]+)`:\n\n```([a-z]+)\n(.*?)^```$");
    private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+Test)#(\\w+)`");
    private static final Pattern MODULES = Pattern.compile("-pl ([\\w/,-]+)");

    @Test
    void itsBlocksAreTheTextOfTheFilesThatTheyAreQuotedFrom() throws IOException {
        assertThat(misquoted(document())).isEmpty();
    }

    @Test
    void breaksWhenTheTextHasChanged() throws IOException {
        String rotten = document().replace("Duration.ofSeconds(10));", "Duration.ofSeconds(11));");

        assertThat(misquoted(rotten))
                .containsExactly("functions/core/src/main/java/dev/hookwarden/provider/Provider.java");
    }

    @Test
    void everyBlockOfCodeSaysWhereItStands() throws IOException {
        long quoted = QUOTED.matcher(document()).results().count();

        assertThat(blocks(document()).filter(block -> !Set.of("sh", "text").contains(block.group(1))))
                .hasSize((int) quoted)
                .hasSizeGreaterThan(10);
    }

    @Test
    void theBuildSaysWhatItIsQuotedWith() throws IOException {
        List<String> complaints = blocks(document())
                .filter(block -> block.group(1).equals("text"))
                .flatMap(block -> block.group(2).lines())
                .toList();

        assertThat(complaints).hasSize(4).allMatch(said()::contains);
    }

    @Test
    void theTestsAndModulesThatItNamesAreThere() throws IOException {
        assertThat(named(document(), NAMED_TEST))
                .isNotEmpty()
                .allMatch(test -> files("functions").anyMatch(file -> file.endsWith(test + ".java")));
        assertThat(named(document(), MODULES))
                .isNotEmpty()
                .flatMap(modules -> List.of(modules.split(",", -1)))
                .allMatch(module ->
                        Files.exists(Templates.CHECKOUT.resolve(module).resolve("pom.xml")));
    }

    /** What is said where one of the steps was not taken yet. */
    private static Set<String> said() {
        Template unserved = ROOT.with(List.of(",", List.of()), "ServedProviders", "Properties", "Value", "Fn::Join");
        Template unheard = ROOT.with("", "Monitoring", "Properties", "Parameters", "OurTrouble");
        return Stream.of(
                        ProvidersTest.missing(ROOT.without("Github")),
                        ProvidersTest.missing(unserved),
                        ProvidersTest.missing(unheard),
                        List.of("github" + onlyQuotedIn("EventsTest.java", " has no sample in events/")))
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    /** The text, if the test of this name has it. */
    private static String onlyQuotedIn(String test, String text) {
        return files("functions")
                        .filter(file -> file.endsWith(test))
                        .map(AddingAProviderTest::read)
                        .anyMatch(source -> source.contains('"' + text + '"'))
                ? text
                : "";
    }

    private static List<String> misquoted(String document) {
        return QUOTED.matcher(document)
                .results()
                .filter(block ->
                        !plain(read(Templates.CHECKOUT.resolve(block.group(1)))).contains(plain(block.group(3))))
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    /** Without what lines are indented by, which is less in a document. */
    private static String plain(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    private static Stream<MatchResult> blocks(String document) {
        return BLOCK.matcher(document).results();
    }

    private static Set<String> named(String document, Pattern pattern) {
        return pattern.matcher(document)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(Templates.CHECKOUT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith("Test.java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String document() throws IOException {
        return Files.readString(Templates.CHECKOUT.resolve("docs/adding-a-provider.md"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
