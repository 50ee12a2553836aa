package dev.hookwarden.cli.keys;

import dev.hookwarden.cli.capture.Capture;
import dev.hookwarden.cli.capture.MalformedCaptureException;
import dev.hookwarden.cli.installation.InstantConverter;
import dev.hookwarden.delivery.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say where a captured attempt is. */
final class CapturedFiles {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--headers",
            paramLabel = "F",
            required = true,
            description = {
                "Its headers: lines of name: value, as curl -v shows them; a JSON object of them;",
                "or the event that API Gateway gave the function, which has the body too."
            })
    @SuppressWarnings("NullAway.Init")
    private Path headers;

    @Option(names = "--body", paramLabel = "F", description = "Its body, byte for byte.")
    private @Nullable Path body;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "When it was received, as 2026-11-22T03:00:00Z. Without it, what the event says, or now.")
    private @Nullable Instant at;

    /** The attempt's headers, body and time of receipt. */
    Capture read(Instant now) throws IOException {
        Capture capture = capture();
        Optional<Payload> payload = body == null ? capture.payload() : Optional.of(Payload.of(bytes(body)));
        if (payload.isEmpty()) {
            throw wrong("There is no body in " + headers + ": say with --body F where it is, an empty file for none");
        }
        return new Capture(
                capture.headers(),
                payload,
                Optional.ofNullable(at).or(capture::receivedAt).or(() -> Optional.of(now)));
    }

    private Capture capture() throws IOException {
        try {
            return Capture.of(bytes(headers));
        } catch (MalformedCaptureException malformed) {
            throw wrong(headers + ": " + malformed.getMessage());
        }
    }

    private byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw wrong("There is no file " + file);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
