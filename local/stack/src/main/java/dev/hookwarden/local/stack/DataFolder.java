package dev.hookwarden.local.stack;

import dev.hookwarden.local.aws.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a stack keeps what it must not forget: a folder that is this process's alone, or nothing but memory. */
final class DataFolder implements AutoCloseable {
    private final @Nullable Path path;
    private final List<AutoCloseable> open = new ArrayList<>();

    private DataFolder(@Nullable Path path) {
        this.path = path;
    }

    /**
     * Opens the folder, which is made if it isn't there.
     *
     * @throws UncheckedIOException if it can't be used
     * @throws IllegalStateException if another process has it
     */
    static DataFolder open(Optional<Path> path) {
        DataFolder folder = new DataFolder(path.orElse(null));
        path.ifPresent(folder::lock);
        return folder;
    }

    private void lock(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel file =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            open.add(file);
            // The operating system takes the lock back, however the process ends.
            if (file.tryLock() == null) {
                throw new OverlappingFileLockException();
            }
        } catch (OverlappingFileLockException taken) {
            throw new UncheckedIOException(
                    "Another stack runs on the folder " + folder + ". Stop it, or choose another with --data",
                    new IOException(taken));
        } catch (IOException unusable) {
            throw new UncheckedIOException(
                    "Can't use the folder " + folder + " ("
                            + unusable.getClass().getSimpleName() + "); choose another with --data",
                    unusable);
        }
    }

    /** A file in the folder. */
    Optional<Path> file(String name) {
        return Optional.ofNullable(path).map(folder -> folder.resolve(name));
    }

    /** What changes are written to, in a file of this name; closed with the folder. */
    Journal journal(String name) {
        Journal journal = file(name + ".jsonl").map(Journal::in).orElseGet(Journal::none);
        open.add(journal);
        return journal;
    }

    @Override
    public void close() {
        for (AutoCloseable file : open) {
            try {
                file.close();
            } catch (Exception unclosed) {
                throw new IllegalStateException("Can't let go of the folder " + path, unclosed);
            }
        }
    }
}
