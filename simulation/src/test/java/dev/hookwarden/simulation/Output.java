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

/** Everything that the functions say, looked through as it is said. */
final class Output implements EventLog {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final EventLog json;
    private final Canaries payloads = new Canaries().add("a payload", Payloads.MARK);
    private final Canaries keys;
    private final Judge judge;
    private Canaries ofThisAttempt = new Canaries();

    /** @param keys may grow */
    Output(InstantSource clock, Canaries keys, Judge judge) {
        this.json = new JsonEventLog(new PrintStream(line, true, StandardCharsets.UTF_8), clock);
        this.keys = keys;
        this.judge = judge;
    }

    /** Looks for these as well, until others are named. */
    void watchFor(Canaries signature) {
        ofThisAttempt = signature;
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
        judge.said(payloads.in(text).or(() -> keys.in(text)).or(() -> ofThisAttempt.in(text)));
    }
}
