package dev.hookwarden.probe;

import dev.hookwarden.log.EventLog;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.provider.Provider;
import java.util.ArrayList;
import java.util.List;

/** Looks at everything once: first whether each provider that is called takes its key, then at what people are told of. */
final class Probe {
    private final List<Check> checks;
    private final EventLog log;

    Probe(List<Check> checks, EventLog log) {
        this.checks = List.copyOf(checks);
        this.log = log;
    }

    static Probe of(List<Provider> providers, ProbePorts ports, EventLog log) {
        List<Check> checks = new ArrayList<>();
        providers.stream()
                .filter(Provider::isCalled)
                .map(provider -> new Check("proving_read", provider.id(), new ProvingRead(provider, ports)))
                .forEach(checks::add);
        for (Provider provider : providers) {
            provider.keys()
                    .forEach(
                            key -> checks.add(new Check("key_state", key.id(), new KeyAge(provider, key, ports, log))));
            if (provider.isCalled()) {
                checks.add(new Check("baseline", provider.id(), new Baseline(provider, ports, log)));
            }
        }
        return new Probe(checks, log);
    }

    /** @throws ProbeFailedException after all of them, if one failed through a fault of ours or of AWS */
    void run() {
        List<Check> failed = checks.stream().filter(this::fails).toList();
        if (!failed.isEmpty()) {
            throw new ProbeFailedException(failed);
        }
    }

    private boolean fails(Check check) {
        try {
            check.look().run();
            return false;
        } catch (RuntimeException fault) {
            log.write(LogLine.of(LogEvent.PROBE_FAILED)
                    .with("check", check.name())
                    .with("subject", check.subject())
                    .withFault(fault));
            return true;
        }
    }
}
