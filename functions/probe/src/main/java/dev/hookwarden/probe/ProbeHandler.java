package dev.hookwarden.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hookwarden.log.EventLog;
import dev.hookwarden.logging.PowertoolsEventLog;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/** Lambda's entry: one run, whenever the schedule says so; of the event nothing is read. Nothing is read or called before the first one. */
public final class ProbeHandler implements RequestStreamHandler {
    private final Probe probe;

    /**
     * Wires the function from its environment, as Lambda starts it.
     *
     * @throws dev.hookwarden.config.ConfigurationException if a variable is missing or malformed; names the variable
     */
    public ProbeHandler() {
        this(ProbeConfig.from(System.getenv()), new PowertoolsEventLog());
    }

    private ProbeHandler(ProbeConfig config, EventLog log) {
        this(config, ProbePorts.onAws(config, log), log);
    }

    /** Wires the function from these parts, as the local stack and the tests start it. */
    public ProbeHandler(ProbeConfig config, ProbePorts ports, EventLog log) {
        this.probe = Probe.of(config.providers(), ports, log);
    }

    /** @throws ProbeFailedException if something could not be looked at through a fault of ours or of AWS; the rest was */
    @Override
    public void handleRequest(InputStream event, OutputStream answer, @Nullable Context context) {
        PowertoolsLogging.withLogging(context, () -> {
            probe.run();
            return "";
        });
    }
}
