package dev.hookwarden.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MacVectorTest {
    /** RFC 4231, section 4.3. */
    private static final String TAG = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    private static final String VALID = """
            {"algorithm": "HMACSHA256", "numberOfTests": 1, "testGroups": [{"tagSize": 256, "tests": [
            {"tcId": 7, "key": "4a656665", "msg": "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
             "tag": "%s", "result": "valid"}]}]}""".formatted(TAG);

    @TempDir
    Path folder;

    @Test
    void takesAWholeTag() throws IOException {
        assertPasses(VALID);
        assertFails(VALID.replace("\"valid\"", "\"invalid\""));
    }

    @Test
    void takesATagThatWasCutToItsSize() throws IOException {
        assertPasses(VALID.replace(TAG, TAG.substring(0, 32)).replace("256,", "128,"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5bdcc146", "5bdcc146bf60754e6a042426089575c7", TAG + "00", TAG + TAG})
    void takesATagOfAnotherLengthForInvalid(String tag) throws IOException {
        String changed = VALID.replace(TAG, tag);

        assertFails(changed);
        assertPasses(changed.replace("\"valid\"", "\"invalid\""));
    }

    @Test
    void takesAWholeTagForInvalidWhereItShouldHaveBeenCut() throws IOException {
        String changed = VALID.replace("\"tagSize\": 256", "\"tagSize\": 128");

        assertFails(changed);
        assertPasses(changed.replace("\"valid\"", "\"invalid\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HMAC-SHA256", "HmacSHA256", "hmac_sha_256", "HMAC SHA-256"})
    void takesAnAlgorithmInAnySpelling(String name) throws IOException {
        assertPasses(VALID.replace("HMACSHA256", name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    "HMACSHA256"         | "HMACSHA384"         | mine.json: algorithm is HMACSHA384, which no provider here
                    "HMACSHA256"         | "HKDF-SHA-256"       | write one of HMACSHA1, HMACSHA256, HMACSHA512
                    "HMACSHA256"         | null                 | mine.json: algorithm is null; write it as text
                    "algorithm"          | "title"              | mine.json: algorithm is missing
                    "numberOfTests": 1   | "numberOfTests": 2   | mine.json: numberOfTests is 2, and there are 1 in the file
                    "numberOfTests": 1   | "numberOfTests": "x" | mine.json: numberOfTests is "x"
                    "tests"              | "testz"              | testGroups[0]: testz looks like tests
                    "tests"              | "cases"              | mine.json: testGroups[0]: tests is missing
                    {"tagSize"           | {"tests": []}, {"tagSize" | mine.json: testGroups[0]: tagSize is missing
                    "tests": [           | "Tests": [], "x": [  | testGroups[0]: Tests is an empty list
                    "tests": [           | "Tests": [], "tests": [ | testGroups[0]: tests is Tests once more
                    "tagSize": 256       | "tagSize": 0         | mine.json: testGroups[0]: tagSize is 0; write a multiple of 8
                    "tagSize": 256       | "tagSize": -8        | tagSize is -8
                    "tagSize": 256       | "tagSize": 12        | tagSize is 12
                    "tagSize": 256       | "tagSize": 264       | tagSize is 264; write a multiple of 8, at most 256
                    "tagSize": 256       | "tagSize": "256"     | tagSize is "256"
                    "tagSize": 256       | "size": 256          | testGroups[0]: tagSize is missing
                    4a656665             | 4a65666              | (tcId 7): key is not hex
                    "key"                | "secret"             | mine.json: testGroups[0]: tests[0] (tcId 7): key is missing
                    "msg"                | "message"            | (tcId 7): msg is missing
                    "tag":               | "mac":               | (tcId 7): tag is missing
                    "result": "valid"    | "result": "acceptable" | (tcId 7): result is acceptable; write valid or invalid
                    "result": "valid"    | "result": true       | (tcId 7): result is a boolean
                    """)
    void saysWhatIsWrongWithAFile(String valid, String broken, String said) throws IOException {
        assertThat(VALID).contains(valid);
        assertThatThrownBy(file(VALID.replace(valid, broken))::vectors)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("mine.json", said);
    }

    private void assertPasses(String content) throws IOException {
        assertThatCode(file(content).vectors().getFirst()::check).doesNotThrowAnyException();
    }

    private void assertFails(String content) throws IOException {
        assertThatThrownBy(file(content).vectors().getFirst()::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("mine.json: testGroups[0]: tests[0] (tcId 7)");
    }

    private VectorFile file(String content) throws IOException {
        return new VectorFile(Files.writeString(folder.resolve("mine.json"), content));
    }
}
