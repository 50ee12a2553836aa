package dev.hookwarden.simulation.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportScanTest {
    private static final String KEY = "whsec_a+b/c=" + "QgQiQkQlQmQn";
    private static final Path ROOT = Path.of(System.getProperty("hookwarden.root"));

    private final ReportScan scan = new ReportScan(new Canaries().add("the key", KEY));

    @TempDir
    private Path folder;

    /** Each form, as it would stand inside something longer. */
    static Stream<String> forms() {
        byte[] key = KEY.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                KEY,
                HexFormat.of().formatHex(key),
                HexFormat.of().formatHex(key).toUpperCase(Locale.ROOT),
                URLEncoder.encode(KEY, StandardCharsets.UTF_8),
                base64("" + KEY),
                base64("x" + KEY),
                base64("xy" + KEY + "z"),
                base64("key: " + KEY + "; more"),
                Base64.getUrlEncoder().encodeToString(("a?" + KEY).getBytes(StandardCharsets.UTF_8)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> scanned(String text) throws IOException {
        Path report = Files.writeString(folder.resolve("TEST-x.xml"), "<system-out>fine\n" + text + "</system-out>");
        return scan.in(List.of(report));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("forms")
    void findsAKeyInEveryForm(String form) throws IOException {
        assertThat(scanned("before " + form + " after"))
                .singleElement()
                .asString()
                .contains("TEST-x.xml:2: the key");
    }

    @Test
    void findsAKeyThatAReportEscaped() throws IOException {
        ReportScan withQuotes = new ReportScan(new Canaries().add("a payload", "{\"name\":\"Zora Example\"}"));
        Path report = Files.writeString(folder.resolve("r.xml"), "{&quot;name&quot;:&quot;Zora Example&quot;}");

        assertThat(withQuotes.in(List.of(report))).hasSize(1);
    }

    @Test
    void neverTellsTheKey() throws IOException {
        assertThat(scanned(KEY)).singleElement().asString().doesNotContain(KEY);
    }

    @Test
    void findsNothingWhereNothingIs() throws IOException {
        assertThat(scanned("a fingerprint " + HexFormat.of().formatHex(KEY.getBytes(StandardCharsets.UTF_8), 0, 4)))
                .isEmpty();
    }

    /** Else the scan would look for values that no test uses any more. */
    @Test
    void everyRegisteredValueIsOneThatTestsUse() throws IOException {
        String sources = allSources();
        for (String line : Files.readAllLines(ROOT.resolve("simulation/canaries.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                assertThat(sources.contains(line.substring(line.indexOf(' ') + 1)))
                        .as(line.substring(0, line.indexOf(' ')))
                        .isTrue();
            }
        }
    }

    private static String allSources() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(ReportScanTest::isUsedByTests).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private static boolean isUsedByTests(Path file) {
        String path = ROOT.relativize(file).toString();
        return (path.contains("src/test/java/") || path.startsWith("events/"))
                && (path.endsWith(".java") || path.endsWith(".json") || path.endsWith(".md"));
    }
}
