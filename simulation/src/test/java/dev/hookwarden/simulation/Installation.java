package dev.hookwarden.simulation;

import dev.hookwarden.ingest.IngestConfig;
import dev.hookwarden.processor.ProcessorConfig;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.rotation.RotationConfig;
import dev.hookwarden.secrets.KeyringSettings;
import dev.hookwarden.secrets.SecretNames;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Names and settings, as template.yaml sets them. */
final class Installation {
    static final SecretNames NAMES = new SecretNames("hookwarden/simulated");
    static final String QUEUE_URL = "https://sqs.us-east-1.amazonaws.com/000000000000/deliveries";
    static final String BUS = "simulated";
    static final String TABLE = "deliveries";
    static final String PAYLOAD_BUCKET = "payloads";
    static final Duration INGEST_TIMEOUT = Duration.ofSeconds(10);
    static final Duration PROCESSOR_TIMEOUT = Duration.ofSeconds(30);
    static final Duration ROTATION_TIMEOUT = Duration.ofMinutes(2);
    static final Duration VISIBILITY = Duration.ofMinutes(3);
    static final int MAX_RECEIVES = 5;
    static final Duration QUEUE_RETENTION = Duration.ofDays(10);

    /** Those that are deployed unless others are switched on. */
    static final List<Provider> PROVIDERS = List.of(Provider.ZENOO, Provider.JOBSITEON);

    static final IngestConfig INGEST = new IngestConfig(
            URI.create(QUEUE_URL),
            PROVIDERS,
            NAMES,
            KeyringSettings.DEFAULT,
            PAYLOAD_BUCKET,
            IngestConfig.LARGEST_PAYLOAD);
    static final ProcessorConfig PROCESSOR = new ProcessorConfig(BUS, TABLE, Duration.ofDays(15), PAYLOAD_BUCKET);
    static final RotationConfig ROTATION = new RotationConfig(
            PROVIDERS,
            NAMES,
            BUS,
            TABLE,
            "arn:aws:sns:us-east-1:000000000000:notices",
            URI.create("https://hooks.example.com"),
            Duration.ofSeconds(40));

    private Installation() {}
}
