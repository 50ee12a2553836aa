package dev.hookwarden.benchmarks.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A subject's process and the Runtime API that it talks to. */
final class Running implements AutoCloseable {
    private final Subject subject;
    private final RuntimeApi api;
    private final Process process;
    private final Path output;
    private final long startedAt;

    private Running(Subject subject, RuntimeApi api, Process process, Path output, long startedAt) {
        this.subject = subject;
        this.api = api;
        this.process = process;
        this.output = output;
        this.startedAt = startedAt;
    }

    static Running start(Subject subject) throws IOException {
        RuntimeApi api = RuntimeApi.open();
        Path output = Files.createTempFile("cold-start-", ".log");
        ProcessBuilder builder = new ProcessBuilder(subject.command())
                .directory(subject.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(subject.environment());
        environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
        environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://" + api.address() + RuntimeApi.CREDENTIALS);
        long startedAt = System.nanoTime();
        return new Running(subject, api, builder.start(), output, startedAt);
    }

    /** In nanoseconds, as all moments here. */
    long startedAt() {
        return startedAt;
    }

    /** Waits until it asks for an event. */
    RuntimeCall ready() throws IOException, InterruptedException {
        RuntimeCall call = next();
        return call.isNext() ? call : fail(call);
    }

    /** Waits until it could be put into a snapshot. */
    RuntimeCall snapshot() throws IOException, InterruptedException {
        RuntimeCall call = next();
        return call.isRestore() ? call : fail(call);
    }

    /** Waits for its answer, which must be right. */
    RuntimeCall answer() throws IOException, InterruptedException {
        RuntimeCall call = next();
        return subject.isRight().test(call) ? call : fail(call);
    }

    private RuntimeCall next() throws IOException, InterruptedException {
        RuntimeCall call = api.next(process::isAlive);
        if (call == null) {
            throw new IllegalStateException(
                    subject.name() + " has ended, or keeps silent. Its output:\n" + Files.readString(output));
        }
        return call;
    }

    private RuntimeCall fail(RuntimeCall call) throws IOException {
        throw new IllegalStateException(subject.name() + " told " + call.path() + " " + call.body() + "\nIts output:\n"
                + Files.readString(output));
    }

    /** The most memory that it held in RAM until now, in MB. */
    double peakMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElseThrow()
                / 1024.0;
    }

    /** The time that it has had a core until now, in milliseconds: on a busy machine steadier than what a clock says. */
    double cpuTime() throws IOException {
        Duration time = process.toHandle().info().totalCpuDuration().orElseThrow(() -> new IOException("It has ended"));
        return Figures.milliseconds(0, time.toNanos());
    }

    /** Lets it end by itself, as a training run must. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        api.close();
        Files.delete(output);
    }
}
