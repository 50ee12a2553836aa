package dev.hookwarden.benchmarks.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @TempDir
    private Path folder;

    @Test
    void measuresEverythingWhenNothingIsNamed() {
        Options options = of();

        assertThat(options.parts()).containsExactlyInAnyOrder("start", "warm", "restore", "slow");
        assertThat(options.rounds()).isEqualTo(11);
    }

    @Test
    void takesOptionsForTheVirtualMachine() {
        Options options = of("start", "--rounds", "3", "--also", "g1=-XX:+UseG1GC  -Xlog:gc=off");

        assertThat(options.parts()).containsExactly("start");
        assertThat(options.rounds()).isEqualTo(3);
        assertThat(options.also()).containsEntry("g1", List.of("-XX:+UseG1GC", "-Xlog:gc=off"));
    }

    @Test
    void takesIngestOnceMoreWithoutOptions() {
        assertThat(of("--also", "again=").also()).containsEntry("again", List.of());
    }

    @Test
    void looksForABuildFromWhereTheCallerStands() throws IOException {
        Path zip = Files.createFile(folder.resolve("old.zip"));

        assertThat(of("--build", "old=old.zip").builds()).containsEntry("old", zip);
        assertThat(of("--build", "old=" + zip).builds()).containsEntry("old", zip);
    }

    @Test
    void alwaysWantsTheYardstick() {
        Options options = of("--only", "ingest,empty");

        assertThat(options.wants("usual")).isTrue();
        assertThat(options.wants("ingest")).isTrue();
        assertThat(options.wants("probe")).isFalse();
    }

    @Test
    void wantsWhatIsNamedLater() {
        assertThat(of("--only", "g1", "--also", "g1=-XX:+UseG1GC").only()).containsExactly("g1");
    }

    @Test
    void refusesPartsThatThereAreNot() {
        refuses("There is no part stat, only start, warm, restore, slow", "stat");
    }

    @Test
    void refusesOptionsThatThereAreNot() {
        refuses("There is no option --round; --help says which there are", "--round", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rounds", "--only", "--also", "--build"})
    void refusesAnOptionWithoutItsValue(String option) {
        refuses(option + " needs a value", "start", option);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "three", "1.5", "", "99999999999"})
    void refusesRoundsThatAreNotOneOrMore(String rounds) {
        refuses("--rounds needs a number from 1 to 999999, not " + rounds, "--rounds", rounds);
    }

    @Test
    void refusesNamesThatNoTableHasAndSaysWhichThereAre() {
        refuses(
                "There is no name ingset, only empty, usual, ingest, bare, image, processor, rotation, probe, python, node, g1",
                "--only",
                "ingset",
                "--also",
                "g1=-XX:+UseG1GC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "ingest,"})
    void refusesNoName(String only) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("--only", only))
                .withMessageStartingWith("There is no name , only ");
    }

    @Test
    void refusesNamesThatAreInUse() throws IOException {
        Files.createFile(folder.resolve("old.zip"));

        refuses("--also needs a name that is not in use, as ingest is", "--also", "ingest=-Xint");
        refuses("--build needs a name that is not in use, as usual is", "--build", "usual=old.zip");
        refuses("--build needs a name that is not in use, as x is", "--also", "x=-Xint", "--build", "x=old.zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"g1", "=-Xint", "../x=-Xint", ""})
    void refusesAlsoWithoutAName(String value) {
        refuses("--also needs NAME=VALUE, the name of letters, digits, - and _, not " + value, "--also", value);
    }

    @Test
    void refusesBuildsThatThereAreNot() {
        refuses("There is no file " + folder.resolve("old.zip"), "--build", "old=old.zip");
        refuses("There is no file " + folder, "--build", "old=" + folder);
    }

    private void refuses(String message, String... arguments) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(arguments)).withMessage(message);
    }

    private Options of(String... arguments) {
        return Options.of(folder, arguments);
    }
}
