package dev.hookwarden.local.aws.secretsmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StateFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void beginsWithoutAFile() {
        assertThat(new StateFile(directory.resolve("secrets.json")).load()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[null]", "[{\"arn\":1}]", "canary", "[\"canary\"]", "[{\"canary\":1}]", "[{"})
    void saysWhichFileIsDamagedAndQuotesNothing(String state) throws IOException {
        Path file = Files.writeString(directory.resolve("secrets.json"), state);

        assertThatThrownBy(() -> new StateFile(file).load())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("Can't read " + file + "; delete it to start anew, with other keys")
                .satisfies(damaged -> assertThat(Throwables.getStackTrace(damaged))
                        .contains("It is damaged")
                        .doesNotContain("canary"));
    }
}
