package dev.hookwarden.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hookwarden.ingest.AwsClients;
import dev.hookwarden.ingest.IngestConfig;
import dev.hookwarden.ingest.IngestHandler;
import dev.hookwarden.log.LogEvent;
import dev.hookwarden.log.LogLine;
import dev.hookwarden.secrets.KeyringSettings;
import dev.hookwarden.simulation.aws.Invocation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One running copy of ingest, with a keyring of its own. It answers one request at a time. */
final class Copy {
    /** The jitter of a keyring's age, which comes from the JDK's own randomness and would make runs differ. */
    private static final Duration JITTER_FROM =
            KeyringSettings.DEFAULT.maxAge().multipliedBy(9).dividedBy(10);

    private final RequestStreamHandler function;
    private final Map<String, Instant> readAt = new HashMap<>();
    private @Nullable Invocation underWay;
    private Instant troubledAt = Instant.MIN;

    Copy(IngestConfig config, AwsClients aws, InstantSource clock, Output output) {
        this.function = new IngestHandler(config, aws, clock, line -> {
            note(line);
            output.write(line);
        });
    }

    private void note(LogLine line) {
        if (line.event() == LogEvent.KEYRING_READ && underWay != null) {
            readAt.put(String.valueOf(line.fields().get("key")), underWay.lastDescribed());
        }
    }

    RequestStreamHandler function() {
        return function;
    }

    void begin(Invocation invocation) {
        underWay = invocation;
    }

    void end(Invocation invocation, Instant now) {
        underWay = null;
        troubledAt = invocation.wasTroubled() ? now : troubledAt;
    }

    boolean isFree() {
        return underWay == null;
    }

    /** Whether chance alone would decide if it reads this key's keyring now: then another copy is asked. */
    boolean mayOrMayNotRead(String keyId, Instant now) {
        Instant read = readAt.get(keyId);
        return read != null
                && !now.isBefore(read.plus(JITTER_FROM))
                && now.isBefore(read.plus(KeyringSettings.DEFAULT.maxAge()));
    }

    /** Whether a call of it failed lately, so that it may answer 503 until it may try again. */
    boolean wasTroubledSince(Instant then) {
        return troubledAt.isAfter(then);
    }
}
