package dev.hookwarden.benchmarks.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void measuresEverythingWhenNothingIsNamed() {
        Options options = Options.of();

        assertThat(options.parts()).containsExactlyInAnyOrder("start", "warm", "restore", "slow");
        assertThat(options.rounds()).isEqualTo(11);
    }

    @Test
    void takesOptionsForTheVirtualMachine() {
        Options options = Options.of("start", "--rounds", "3", "--also", "g1=-XX:+UseG1GC -Xlog:gc=off");

        assertThat(options.parts()).containsExactly("start");
        assertThat(options.rounds()).isEqualTo(3);
        assertThat(options.also()).containsEntry("g1", List.of("-XX:+UseG1GC", "-Xlog:gc=off"));
    }

    @Test
    void alwaysWantsTheYardstick() {
        Options options = Options.of("--only", "ingest,empty");

        assertThat(options.wants("usual")).isTrue();
        assertThat(options.wants("ingest")).isTrue();
        assertThat(options.wants("probe")).isFalse();
    }

    @Test
    void refusesPartsThatThereAreNot() {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.of("stat"));
    }
}
