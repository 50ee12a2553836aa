package dev.hookwarden.benchmarks.coldstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Everything that can be started, out of the zips that the build has made. */
final class Subjects {
    private static final String YARDSTICK = "dev.hookwarden.benchmarks.usual.";
    private static final String DELIVERY = "events/zenoo/case/case.created.json";

    private static final String RESOURCES =
            "benchmarks/coldstart/src/main/resources/dev/hookwarden/benchmarks/coldstart/";

    private final Surroundings surroundings;
    private final Path work;

    /** @param work an empty folder */
    Subjects(Surroundings surroundings, Path work) {
        this.surroundings = surroundings;
        this.work = work;
    }

    /** Java with nothing to do. */
    Subject empty() throws IOException {
        String only = (YARDSTICK + "EmptyHandler").replace('.', '/') + ".class";
        Path folder = unpacked("empty", usualZip(), only::equals);
        return receiver(JavaFunction.of("empty", folder, YARDSTICK + "EmptyHandler", 1769));
    }

    /** The yardstick. */
    JavaFunction usual() throws IOException {
        return JavaFunction.of("usual", unpacked("usual", usualZip()), YARDSTICK + "UsualHandler", 1769);
    }

    /** As {@code template.yaml} has it. */
    JavaFunction ingest() throws IOException {
        return ingest("ingest", zip("ingest"));
    }

    /** Another build of it. */
    JavaFunction ingest(String name, Path zip) throws IOException {
        return JavaFunction.of(name, unpacked(name, zip), "dev.hookwarden.ingest.IngestHandler", 1769);
    }

    /** The experiment: ingest without the SDK's service clients. */
    JavaFunction bare() throws IOException {
        Path zip = surroundings.root().resolve("benchmarks", "bare", "target", "bare.zip");
        return JavaFunction.of("bare", unpacked("bare", zip), "dev.hookwarden.benchmarks.bare.BareHandler", 1769);
    }

    /** One of these, with a delivery to take. */
    Subject receiver(JavaFunction function) throws IOException {
        return surroundings.subject(function, DELIVERY, RuntimeCall::isAcceptance);
    }

    /** The same in a training run, which is slow enough for calls to AWS to run out of time. */
    Subject trainee(JavaFunction function) throws IOException {
        return surroundings.subject(function, DELIVERY, RuntimeCall::isAnswer);
    }

    /** The functions that nobody waits for, each with an invocation that may be repeated. */
    List<Subject> workers(boolean snapStart) throws IOException {
        return List.of(processor(snapStart), rotation(snapStart), probe(snapStart));
    }

    /** Publishes two deliveries of a batch, anew each time, as their own attempts may; the third message is none, and comes again. */
    private Subject processor(boolean snapStart) throws IOException {
        return worker(
                "processor",
                "dev.hookwarden.processor.ProcessorHandler",
                snapStart,
                "events/processor/batch.json",
                call -> call.isAnswer()
                        && call.body().contains("\"batchItemFailures\":[{\"itemIdentifier\":\"7f3c8a52"));
    }

    /** Looks at a key and refuses the step, for the key isn't being rotated: a step that goes on differs from one invocation to the next. */
    private Subject rotation(boolean snapStart) throws IOException {
        return worker(
                "rotation",
                "dev.hookwarden.rotation.RotationHandler",
                snapStart,
                RESOURCES + "rotation-step.json",
                call -> call.isError() && call.body().contains("RotationRefusedException"));
    }

    /** Looks at every key, and calls each provider's API, which answers 400. */
    private Subject probe(boolean snapStart) throws IOException {
        return worker(
                "probe",
                "dev.hookwarden.probe.ProbeHandler",
                snapStart,
                RESOURCES + "schedule.json",
                RuntimeCall::isAnswer);
    }

    private Subject worker(String name, String handler, boolean snapStart, String event, Predicate<RuntimeCall> isRight)
            throws IOException {
        JavaFunction function = JavaFunction.of(name, unpacked(name, zip(name)), handler, 1024);
        return surroundings.subject(snapStart ? function.underSnapStart() : function, event, isRight);
    }

    /** The same work as the yardstick's in another language's standard library, if that language is installed. */
    Optional<Subject> floor(String language, String interpreter, String file) throws IOException {
        Optional<Path> found = Programs.find(interpreter);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Path script = work.resolve(file);
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(file))) {
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        }
        return Optional.of(surroundings.script(
                language,
                work,
                List.of(found.get().toString(), script.toString()),
                DELIVERY,
                RuntimeCall::isAcceptance));
    }

    private Path unpacked(String name, Path zip) throws IOException {
        return unpacked(name, zip, entry -> true);
    }

    private Path unpacked(String name, Path zip, Predicate<String> wanted) throws IOException {
        Path folder = work.resolve(name);
        return Files.isDirectory(folder) ? folder : TaskRoot.unpack(zip, folder, wanted);
    }

    private Path zip(String function) {
        return surroundings.root().resolve("functions", function, "target", function + ".zip");
    }

    private Path usualZip() {
        return surroundings.root().resolve("benchmarks", "usual", "target", "usual.zip");
    }
}
