package dev.hookwarden.probe;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.probe.ResponseTimes.Average;
import dev.hookwarden.provider.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How long the provider's API usually takes: learned from the trailing 14 days, said at each run, for an alarm needs it in each of its periods. */
final class Baseline implements Runnable {
    private static final Duration TRAILING = Duration.ofDays(14);

    private final Provider provider;
    private final ProbePorts ports;
    private final EventLog log;
    private final Hourly<Average> average;

    Baseline(Provider provider, ProbePorts ports, EventLog log) {
        this.provider = provider;
        this.ports = ports;
        this.log = log;
        this.average = new Hourly<>(ports.clock());
    }

    @Override
    public void run() {
        average.say(this::read, this::write);
    }

    private Optional<Average> read() {
        Instant to = ports.clock().instant().truncatedTo(ChronoUnit.HOURS);
        return ports.responseTimes().between(provider, to.minus(TRAILING), to);
    }

    private void write(Average usual) {
        log.write(LogLine.of(LogEvent.PROVIDER_API_BASELINE)
                .with("provider", provider.id())
                .with("averageMs", usual.milliseconds())
                .with("sampleCount", usual.calls()));
    }
}
