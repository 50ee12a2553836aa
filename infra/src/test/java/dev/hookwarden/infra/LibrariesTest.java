package dev.hookwarden.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each function's zip against {@code functions/libraries.md}. Skipped where nothing was packaged: the zips come with {@code ./mvnw package}. */
class LibrariesTest {
    private static final Path FUNCTIONS = Templates.CHECKOUT.resolve("functions");
    private static final Pattern LIBRARY = Pattern.compile("(?m)^\\| ([a-z0-9_-]+) \\| ([a-z, ]+) \\| \\S");
    private static final Pattern LIMIT = Pattern.compile("(?m)^\\| ([a-z]+) \\| ([0-9.]+) MB \\|$");

    /** Where an ELF file says for which processor it is, and what it says for ours (refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html). */
    private static final int ELF_MACHINE = 18;

    private static final byte AARCH64 = (byte) 183;

    private static final String NATIVE_CODE = "lib/libaws-crt-jni.so";

    private static final Pattern JAR = Pattern.compile("lib/(.+?)-[0-9][0-9A-Za-z.]*?(-[a-z][a-z0-9_-]+)?\\.jar");

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "processor", "rotation", "probe"})
    void aZipHoldsTheLibrariesThatAreListedAndNoOthers(String function) throws IOException {
        List<String> expected = new ArrayList<>(listed(function));
        if (expected.contains("aws-crt-linux-aarch_64")) {
            expected.add(NATIVE_CODE);
        }

        assertThat(libraries(zip(function))).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** What is beside the libraries is ours; two files are the logging module's. */
    @ParameterizedTest
    @ValueSource(strings = {"ingest", "processor", "rotation", "probe"})
    void aZipHoldsNobodyElsesClassesBesideItsLibraries(String function) throws IOException {
        try (ZipFile zip = new ZipFile(zip(function).toFile())) {
            assertThat(zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName))
                    .allMatch(name -> name.startsWith("lib/")
                            || name.startsWith("dev/hookwarden/")
                            || name.equals("log4j2.xml")
                            || name.equals("HookwardenLayout.json"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "processor", "rotation", "probe"})
    void aZipIsNoLargerThanItsLimit(String function) throws IOException {
        Map<String, Double> limits = LIMIT.matcher(list())
                .results()
                .collect(Collectors.toMap((MatchResult row) -> row.group(1), row -> Double.valueOf(row.group(2))));

        assertThat(Files.size(zip(function)) / 1e6).isLessThanOrEqualTo(limits.get(function));
    }

    /** Each start would inflate them again; the zip around them is compressed. */
    @ParameterizedTest
    @ValueSource(strings = {"ingest", "processor", "rotation", "probe"})
    void noJarIsCompressed(String function) throws IOException {
        try (ZipFile zip = new ZipFile(zip(function).toFile())) {
            for (ZipEntry jar : zip.stream()
                    .filter(entry -> entry.getName().endsWith(".jar"))
                    .toList()) {
                assertThat(methods(zip.getInputStream(jar))).as(jar.getName()).containsOnly(ZipEntry.STORED);
            }
        }
    }

    /** In {@code lib/}, where Lambda's LD_LIBRARY_PATH leads (docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html). */
    @Test
    void nativeCodeIsForArm64AndLiesWhereTheLoaderLooks() throws IOException {
        try (ZipFile zip = new ZipFile(zip("ingest").toFile());
                InputStream code = zip.getInputStream(zip.getEntry(NATIVE_CODE))) {
            assertThat(code.readNBytes(ELF_MACHINE + 1)[ELF_MACHINE]).isEqualTo(AARCH64);
        }
    }

    private static Set<Integer> methods(InputStream jar) throws IOException {
        Set<Integer> methods = new HashSet<>();
        try (ZipInputStream entries = new ZipInputStream(jar)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                methods.add(entry.getMethod());
            }
        }
        return methods;
    }

    private static Path zip(String function) {
        Path zip = FUNCTIONS.resolve(function).resolve("target").resolve(function + ".zip");
        assumeThat(zip).as("made by ./mvnw package").exists();
        return zip;
    }

    /** Whatever lies in {@code lib/}; jars without their versions. */
    private static List<String> libraries(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("lib/") && !name.equals("lib/"))
                    .map(name -> JAR.matcher(name)
                            .replaceFirst(jar -> jar.group(1) + (jar.group(2) == null ? "" : jar.group(2))))
                    .toList();
        }
    }

    private static List<String> listed(String function) throws IOException {
        return LIBRARY.matcher(list().split("\n## What was left out", 2)[0])
                .results()
                .filter(row -> List.of(row.group(2).split(", ", -1)).contains(function)
                        || row.group(2).equals("all"))
                .map((MatchResult row) -> row.group(1))
                .filter(library -> !library.equals("library"))
                .toList();
    }

    private static String list() throws IOException {
        return Files.readString(FUNCTIONS.resolve("libraries.md"));
    }
}
