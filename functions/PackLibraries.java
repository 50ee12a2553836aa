import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Puts a function's libraries into a folder as Java reads them soonest: jars that aren't compressed, for the zip around them is, and the AWS CRT's
 * native code beside them, where Lambda's loader looks (docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html, LD_LIBRARY_PATH),
 * instead of within a jar, out of which each start would copy it. A build step: {@code java PackLibraries.java FOLDER CLASSPATH}.
 */
final class PackLibraries {
    private static final String NATIVE_CODE = "/libaws-crt-jni.so";

    /**
     * A time that a zip can tell, in no time zone. The jars' own times are moments, which the builder's time zone would write as different hours; and to the
     * first that a zip can tell, 1980-01-01T00:00, the JDK adds the moment that it is in the builder's time zone.
     */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private PackLibraries() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (String entry : arguments[1].split(File.pathSeparator)) {
            Path library = Path.of(entry);
            String name = library.getFileName().toString();
            // Ours go into the zip as classes.
            if (name.endsWith(".jar") && !name.startsWith("hookwarden-")) {
                pack(library, folder.resolve(name));
            }
        }
    }

    private static void pack(Path library, Path packed) throws IOException {
        try (ZipFile from = new ZipFile(library.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(packed))) {
            List<? extends ZipEntry> entries = from.stream().toList();
            for (ZipEntry entry : entries) {
                try (InputStream content = from.getInputStream(entry)) {
                    if (entry.getName().endsWith(NATIVE_CODE)) {
                        // Fails where there is code for two processors: a function runs on one.
                        Files.copy(content, packed.resolveSibling(NATIVE_CODE.substring(1)));
                    } else {
                        store(to, entry.getName(), content.readAllBytes());
                    }
                }
            }
        }
    }

    private static void store(ZipOutputStream to, String name, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry stored = new ZipEntry(name);
        stored.setTimeLocal(TIME);
        stored.setMethod(ZipEntry.STORED);
        stored.setSize(content.length);
        stored.setCrc(sum.getValue());
        to.putNextEntry(stored);
        to.write(content);
        to.closeEntry();
    }
}
