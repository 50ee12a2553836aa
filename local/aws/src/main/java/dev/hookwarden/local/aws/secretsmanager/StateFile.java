package dev.hookwarden.local.aws.secretsmanager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Secrets in one file, replaced as a whole: at any moment the file is the last kept state, however the process ends. It
 * holds secret values in the clear, so where the file system can, only its owner may read it.
 */
record StateFile(Path path) implements StateKeeper {

    @Override
    public Map<String, Secret> load() {
        try {
            return Files.exists(path) ? StateJson.read(Files.readAllBytes(path)) : Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the state file " + path.getFileName(), e);
        }
    }

    @Override
    public void save(List<Secret> secrets) {
        Path next = path.resolveSibling(path.getFileName() + ".next");
        try {
            write(next, ByteBuffer.wrap(StateJson.bytes(secrets)));
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the state file " + path.getFileName(), e);
        }
    }

    private void write(Path next, ByteBuffer content) throws IOException {
        Files.deleteIfExists(next);
        try (FileChannel file = open(next)) {
            while (content.hasRemaining()) {
                file.write(content);
            }
            file.force(true);
        }
    }

    private static FileChannel open(Path next) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (next.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            return FileChannel.open(next, options, ownerOnly);
        }
        return FileChannel.open(next, options);
    }
}
