package dev.hookwarden.simulation;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.JsonEventLog;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.simulation.canary.Canaries;
import dev.hookwarden.simulation.judge.Judge;
import dev.hookwarden.simulation.provider.Payloads;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Everything that the functions say, looked through as it is said. */
final class Output implements EventLog {
    /** As many again, the older ones, are watched besides. */
    private static final int SIGNATURES_WATCHED = 100;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final EventLog json;
    private final Canaries payloads = new Canaries().add("a payload", Payloads.MARK);
    private final Canaries keys;
    private final Judge judge;
    private Canaries signatures = new Canaries();
    private Canaries olderSignatures = new Canaries();

    /** @param keys may grow */
    Output(InstantSource clock, Canaries keys, Judge judge) {
        this.json = new JsonEventLog(new PrintStream(line, true, StandardCharsets.UTF_8), clock);
        this.keys = keys;
        this.judge = judge;
    }

    /** Looks for these as well, until many others have been named. */
    void watchFor(List<String> attempt) {
        if (signatures.size() >= SIGNATURES_WATCHED) {
            olderSignatures = signatures;
            signatures = new Canaries();
        }
        attempt.stream()
                .filter(signature -> signature.length() >= Canaries.SHORTEST)
                .forEach(signature -> signatures.add("a signature", signature));
    }

    @Override
    public void write(LogLine event) {
        line.reset();
        json.write(event);
        say(line.toString(StandardCharsets.UTF_8));
    }

    void thrown(Throwable fault) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace, true));
        say(trace.toString());
    }

    void say(String text) {
        judge.said(payloads.in(text).or(() -> secret(text)));
    }

    /** A message or an event, which carries a payload and must carry nothing else of these. */
    void carry(String text) {
        secret(text).ifPresent(name -> judge.said(Optional.of(name)));
    }

    private Optional<String> secret(String text) {
        return keys.in(text).or(() -> signatures.in(text)).or(() -> olderSignatures.in(text));
    }
}
