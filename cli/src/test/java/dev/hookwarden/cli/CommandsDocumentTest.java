package dev.hookwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hookwarden.cli.surroundings.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

/** Holds docs/commands.md against what the commands print. ListenTest does so for {@code listen}. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class CommandsDocumentTest {
    private final RunningStack stack = new RunningStack();

    @AfterAll
    void stop() {
        stack.close();
    }

    private JsonNode printed(String... arguments) throws IOException {
        return new ObjectMapper().readTree(stack.run(arguments).out());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void exitCodesAreThoseOfTheHelp() {
        List<String> codes = Documented.lines().stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .map(line -> line.replaceFirst("\\| (\\d+) \\| (.*) \\|", "$1:$2"))
                .toList();

        assertThat(Hookwarden.commandLine(Surroundings.ofProcess())
                        .getCommandSpec()
                        .usageMessage()
                        .exitCodeList()
                        .entrySet())
                .extracting(code -> code.getKey() + ":" + code.getValue())
                .containsExactlyElementsOf(codes);
    }

    @Test
    void keysPrintWhatIsDocumented() throws IOException {
        JsonNode key = printed("keys", "list", "--json").get(0);
        assertThat(names(key)).isEqualTo(Documented.fields("| `keys list`"));
        JsonNode status = printed("keys", "status", "zenoo/signing-key", "--json");
        assertThat(names(status)).isEqualTo(Documented.fields("| `keys list`"));
        assertThat(names(status.path("versions").get(0))).isEqualTo(Documented.fields("| | its `versions`"));
        JsonNode findings = printed("keys", "doctor", "--json").get(0);
        assertThat(names(findings)).isEqualTo(Documented.fields("| `keys doctor`"));
        assertThat(names(findings.path("findings").get(0))).isEqualTo(Documented.fields("| | its `findings`"));
    }

    @Test
    void deliveriesPrintWhatIsDocumented() throws IOException, InterruptedException {
        stack.send("evt_documented");
        stack.await("evt_documented", "claimed");

        JsonNode list = printed("deliveries", "list", "--json");
        assertThat(names(list)).isEqualTo(Documented.fields("| `deliveries list`"));
        assertThat(names(list.path("queue"))).containsExactly("waiting", "inWork");
        assertThat(names(list.path("deliveries").get(0))).isEqualTo(Documented.fields("| | its `deliveries`"));
        assertThat(names(printed("deliveries", "redrive", "--json")))
                .isEqualTo(Documented.fields("| `deliveries redrive`"));
    }

    @Test
    void sendPrintsWhatIsDocumented() throws IOException {
        System.setIn(new ByteArrayInputStream(RunningStack.OTHER_KEY.getBytes(StandardCharsets.UTF_8)));

        assertThat(names(printed("send", "zenoo", "--key-stdin", "--json", "--url", stack.url())))
                .isEqualTo(Documented.fields("| `send PROVIDER`"));
    }

    @Test
    void explainPrintsWhatIsDocumented() throws IOException {
        String forged = System.getProperty("hookwarden.root") + "/events/cases/forged.json";

        assertThat(names(printed("explain", "zenoo", "--headers", forged, "--json")))
                .isEqualTo(Documented.fields("| `explain PROVIDER`"));
    }

    @Test
    void everyCommandWithJsonIsDocumented() {
        assertThat(all(Hookwarden.commandLine(Surroundings.ofProcess()))
                        .filter(command -> command.getCommandSpec().findOption("--json") != null)
                        .map(command -> command.getCommandSpec().qualifiedName().substring("hookwarden ".length())))
                .allSatisfy(
                        command -> assertThat(Documented.lines()).anyMatch(line -> line.startsWith("| `" + command)));
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(CommandsDocumentTest::all));
    }
}
