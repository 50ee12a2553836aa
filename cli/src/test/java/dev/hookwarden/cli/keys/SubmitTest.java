package dev.hookwarden.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.cli.surroundings.ProcessTerminal;
import dev.hookwarden.signing.KeyStage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitTest {
    private static final String KEY = "zenoo/signing-key";

    private final Scenario scenario = new Scenario();

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void leavesTheKeyInItsInboxAndSaysWhatIsNext() {
        Run run = submit(Scenario.SECOND);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("./hookwarden keys rotate zenoo/signing-key");
        assertThat(run.all()).doesNotContain(Scenario.CANARY);
        assertThat(scenario.inbox(KEY)).isEqualTo(Scenario.SECOND);
        assertThat(scenario.state(KEY).inboxWaiting()).isTrue();
    }

    @Test
    void saysThatItReplacedTheKeyThatWaited() {
        submit(Scenario.SECOND);
        assertThat(submit(Scenario.SECOND + "-b").out()).contains("in place of the key that waited");
    }

    @ParameterizedTest
    @CsvSource({
        "'', the key is empty",
        "' canary-2nd-3a6d8e0f4b7c1925', begins or ends with a blank",
        "'canary-2nd-3a6d8e0f4b7c1925\n', begins or ends with a blank",
        "canary-2nd-3a6d8e0f4b7c1925\u00e4, not printable ASCII",
        "canary, shorter than 16",
        "your-api-key-canary-1234, placeholder",
    })
    void refusesWhatCanBeNoKey(String text, String reason) {
        for (String key : new String[] {KEY, "zenoo/api-key"}) {
            scenario.terminal.key = text;
            Run run = scenario.keys("submit", key);
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).contains(reason).contains("Nothing was changed");
            assertThat(run.all()).doesNotContain(Scenario.CANARY);
            assertThat(scenario.state(key).inboxWaiting()).isFalse();
        }
    }

    @Test
    void refusesTheCurrentKey() {
        Run run = submit(Scenario.FIRST + KEY);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("the current key already");
        assertThat(run.all()).doesNotContain(Scenario.CANARY);
    }

    @Test
    void putsTheFirstKeyAtOnce() {
        scenario.secrets.deleteSecret(
                delete -> delete.secretId("hookwarden/local/" + KEY).forceDeleteWithoutRecovery(true));
        scenario.secrets.createSecret(create -> create.name("hookwarden/local/" + KEY));

        Run run = submit(Scenario.FIRST);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("first key");
        assertThat(scenario.value(KEY, KeyStage.CURRENT)).isEqualTo(Scenario.FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "abc\n", "abc\r\n"})
    void takesOneLineBreakOffStandardInput(String input) throws IOException {
        assertThat(piped(input)).isEqualTo("abc");
    }

    @ParameterizedTest
    @CsvSource({"'abc\n\n', 'abc\n'", "' abc\n', ' abc'", "'abc\r', 'abc\r'", "'\n', ''"})
    void leavesOtherBlanksToBeRefused(String input, String left) throws IOException {
        assertThat(piped(input)).isEqualTo(left);
    }

    private static String piped(String input) throws IOException {
        return ProcessTerminal.piped(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    }

    private Run submit(String text) {
        scenario.terminal.key = text;
        return scenario.keys("submit", KEY);
    }
}
