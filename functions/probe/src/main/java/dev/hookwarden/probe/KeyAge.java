package dev.hookwarden.probe;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.secrets.KeyDiagnosis;
import dev.hookwarden.secrets.KeyState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How old a key is and how long the one before it still verifies: read once an hour, counted anew at each run. */
final class KeyAge implements Runnable {
    private final Provider provider;
    private final ProviderKey key;
    private final ProbePorts ports;
    private final EventLog log;
    private final Hourly<KeyState> state;

    KeyAge(Provider provider, ProviderKey key, ProbePorts ports, EventLog log) {
        this.provider = provider;
        this.key = key;
        this.ports = ports;
        this.log = log;
        this.state = new Hourly<>(ports.clock());
    }

    @Override
    public void run() {
        state.say(this::read, this::write);
    }

    private Optional<KeyState> read() {
        return Optional.of(ports.keyStates().read(key).orElseThrow(() -> new NoSecretException(key)));
    }

    private void write(KeyState known) {
        Instant now = ports.clock().instant();
        Optional<Duration> age = known.age(now);
        LogLine line = LogLine.of(LogEvent.KEY_STATE)
                .with("provider", provider.id())
                .with("key", key.id())
                .with("state", KeyDiagnosis.of(known, now).getFirst().words())
                .with("limitDays", known.key().rotateEvery().toDays())
                .with(
                        "overdue",
                        age.filter(days -> days.compareTo(known.key().rotateEvery()) > 0)
                                        .isPresent()
                                ? 1
                                : 0);
        age.ifPresent(old -> line.with("ageDays", old.toDays()));
        known.overlapEnds()
                .map(end -> Duration.between(now, end))
                .filter(Duration::isPositive)
                .ifPresent(left -> line.with("previousHoursLeft", left.toHours()));
        log.write(line);
    }
}
