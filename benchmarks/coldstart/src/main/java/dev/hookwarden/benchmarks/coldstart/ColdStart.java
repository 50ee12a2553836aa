package dev.hookwarden.benchmarks.coldstart;

import dev.hookwarden.local.aws.AwsEndpoint;
import dev.hookwarden.local.aws.CallCounts;
import dev.hookwarden.local.aws.Faults;
import dev.hookwarden.local.tls.LocalAuthority;
import dev.hookwarden.local.tls.ServerCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Measures cold starts, what a restore leaves to do, and a start at 0.29 of a core, and prints them as ratios to the yardstick's of the same
 * run. Run it by {@code benchmarks/cold-start}, which gives it a trust store of its own.
 */
public final class ColdStart {
    private ColdStart() {}

    /**
     * Measures and prints, and leaves nothing behind, even when it is killed by a signal that asks.
     *
     * @param arguments which tables, and how; see {@code Options}
     * @throws IOException if something can't be written
     */
    public static void main(String[] arguments) throws IOException {
        Options options = CommandLine.read(arguments);
        try (Ending _ = Ending.ofThisThread()) {
            measure(options);
        } catch (InterruptedException killed) {
            // The process is ending already, with the signal's own code.
        }
        System.exit(0);
    }

    private static void measure(Options options) throws IOException, InterruptedException {
        LocalAuthority authority = LocalAuthority.create(InstantSource.system());
        Path work = Files.createTempDirectory("cold-start-");
        try (AwsEndpoint aws =
                AwsEndpoint.openTls(authority.server(ServerCertificate.VALID), Faults.none(new CallCounts()))) {
            Surroundings surroundings = new Surroundings(
                    Path.of(System.getProperty("hookwarden.root")),
                    StandIns.at(aws).environment(),
                    Optional.of(Trust.of(authority, work)));
            Tables tables = new Tables(new Subjects(surroundings, work), options);
            Set<String> parts = options.parts();
            if (parts.contains("start")) {
                tables.start(work);
            }
            if (parts.contains("warm")) {
                tables.warm();
            }
            if (parts.contains("restore")) {
                tables.restore();
            }
            if (parts.contains("slow")) {
                tables.slow();
            }
        } finally {
            Folders.delete(work);
        }
    }
}
