package dev.hookwarden.benchmarks.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A part of a core, by the kernel's own quota: what Lambda gives to functions with little memory. */
final class CpuShare implements AutoCloseable {
    private static final Path VERSION_1 = Path.of("/sys/fs/cgroup/cpu/hookwarden-cold-start");
    private static final int PERIOD_MICROSECONDS = 20_000;

    private final Path group;

    private CpuShare(Path group) {
        this.group = group;
    }

    /** Nothing where control groups can't be made. */
    static Optional<CpuShare> of(double cores) {
        try {
            Files.createDirectories(VERSION_1);
            Files.writeString(VERSION_1.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD_MICROSECONDS));
            Files.writeString(
                    VERSION_1.resolve("cpu.cfs_quota_us"), Long.toString(Math.round(cores * PERIOD_MICROSECONDS)));
            return Optional.of(new CpuShare(VERSION_1));
        } catch (IOException refused) {
            return Optional.empty();
        }
    }

    /** Starts a command within it. */
    List<String> prefix() {
        return List.of("sh", "-c", "echo $$ > " + group.resolve("cgroup.procs") + " && exec \"$@\"", "sh");
    }

    @Override
    public void close() throws IOException {
        Files.delete(group);
    }
}
