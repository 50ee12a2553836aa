package dev.hookwarden.benchmarks.coldstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipFile;

/** The AWS CRT's native code: the zips have it for Lambda's processor, and this machine may have another. */
final class NativeCode {
    private static final String FILE = "libaws-crt-jni.so";

    private NativeCode() {}

    static void replaceIn(Path lib) throws IOException {
        Path code = lib.resolve(FILE);
        if (!Files.exists(code)) {
            return;
        }
        String processor = System.getProperty("os.arch").equals("aarch64") ? "armv8" : "x86_64";
        try (ZipFile all = new ZipFile(RuntimeClient.jar("aws-crt-0").toFile());
                InputStream ours = all.getInputStream(all.getEntry("linux/" + processor + "/glibc/" + FILE))) {
            Files.copy(ours, code, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static void copy(Path lib, Path to) throws IOException {
        Files.copy(lib.resolve(FILE), to.resolve(FILE));
    }
}
