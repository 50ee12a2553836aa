package dev.hookwarden.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VectorFileTest {
    private static final String VECTOR = """
            {"scheme": "github", "secret": "s", "body": "b", "headers": {}, "expect": "refused"}""";

    @TempDir
    Path folder;

    @Test
    void readsAListAloneOrInVectors() throws IOException {
        assertThat(file("[%s, %s]".formatted(VECTOR, VECTOR)).vectors())
                .extracting(VectorFile.Vector::name)
                .containsExactly("mine.json: [0]", "mine.json: [1]");
        assertThat(file("{\"Vectors\": [%s]}".formatted(VECTOR)).vectors())
                .extracting(VectorFile.Vector::name)
                .containsExactly("mine.json: Vectors[0]");
    }

    @Test
    void opensOnlyWhatIsThere() {
        assertThatThrownBy(new VectorFile(folder.resolve("gone.json"))::vectors)
                .hasMessageContaining("gone.json can't be opened");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    [VECTOR] [VECTOR]                        | not one JSON document
                    [VECTOR] x                               | not one JSON document
                    [VECTOR                                  | not one JSON document
                    [{"expect": true, "expect": false}]      | each name once, in line 1: Duplicate field 'expect'
                    ~~                                       | mine.json is empty; write an object
                    null                                     | mine.json is null; write an object
                    {"cases": [VECTOR]}                      | mine.json: vectors or testGroups is missing
                    {"vectors": [VECTOR], "testGroups": []}  | mine.json: vectors and testGroups exclude each other
                    {"vectors": [VECTOR], "Vectors": []}     | mine.json: Vectors is vectors once more
                    {"vectors": [VECTOR], "tolerence": 1}    | mine.json: tolerence looks like tolerance
                    {"vectors": [VECTOR], "scheme": "paddle"}| mine.json: scheme is paddle; write one of github
                    []                                       | mine.json is an empty list
                    {"vectors": []}                          | mine.json: vectors is an empty list
                    {"vectors": VECTOR}                      | mine.json: vectors is an object; write a list
                    {"vectors": [VECTOR, "x"]}               | mine.json: vectors[1] is text; write an object
                    """)
    void saysWhatIsWrongWithAFile(String content, String said) throws IOException {
        assertThatThrownBy(file(content.replace("VECTOR", VECTOR))::vectors)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("mine.json")
                .hasMessageContaining(said);
    }

    private VectorFile file(String content) throws IOException {
        return new VectorFile(Files.writeString(folder.resolve("mine.json"), content));
    }
}
