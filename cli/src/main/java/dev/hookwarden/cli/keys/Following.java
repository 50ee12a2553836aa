package dev.hookwarden.cli.keys;

import dev.hookwarden.cli.installation.AddressConverter;
import dev.hookwarden.cli.installation.Connection;
import dev.hookwarden.cli.installation.WaitConverter;
import dev.hookwarden.cli.surroundings.Surroundings;
import java.net.URI;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options of commands that follow a rotation. */
final class Following {
    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "PT2M",
            converter = WaitConverter.class,
            description = "How long to follow the rotation (PT2M).")
    @SuppressWarnings("NullAway.Init")
    private Duration atMost;

    @Option(
            names = "--local-url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:3000",
            converter = AddressConverter.class,
            description = "Where the local stack says why a rotation was refused (http://127.0.0.1:3000).")
    @SuppressWarnings("NullAway.Init")
    private URI localUrl;

    RotationRun run(Surroundings surroundings, InstalledKeys keys, Connection connection) {
        Refusals refusals = keys.isLocal() ? new LocalRefusals(localUrl) : Refusals.NONE_KNOWN;
        return new RotationRun(
                surroundings, keys, refusals, atMost, connection.out(), connection.progress(surroundings));
    }
}
