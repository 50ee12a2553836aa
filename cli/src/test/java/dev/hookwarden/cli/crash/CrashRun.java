package dev.hookwarden.cli.crash;

import dev.hookwarden.provider.Provider;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Starts the stack, kills it at some moment, and so on; then lets it come to rest, and looks at what is there. */
final class CrashRun {
    private static final Duration LONGEST_START = Duration.ofMillis(2_500);
    private static final int MOST_ACKNOWLEDGED = 120;
    private static final Duration LONGEST_BETWEEN = Duration.ofMillis(50);
    private static final Duration LOOK_EVERY = Duration.ofMillis(25);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final SendersLedger ledger = new SendersLedger();
    private final Random random;
    private final SigningKeys keys;
    private final Path data;
    private final Interlude interlude;
    private final String[] options;
    private int killedBeforeReady;

    /** What happens to the folder while the stack is down. */
    interface Interlude {
        void change(Path data) throws IOException;
    }

    /**
     * Prepares a run.
     *
     * @param data the folder that the stack keeps its state in
     * @param options more options of the stack's JVM
     */
    CrashRun(Path data, long seed, Interlude interlude, String... options) {
        this.data = data;
        this.options = options.clone();
        this.random = new Random(seed);
        this.keys = new SigningKeys(http, random);
        this.interlude = interlude;
    }

    /** @throws IllegalStateException if the stack doesn't start, or doesn't come to rest */
    CrashResult of(int rounds) throws IOException, InterruptedException {
        try (Load load = new Load(http, keys, ledger, random)) {
            for (int round = 0; round < rounds; round++) {
                round(load);
                interlude.change(data);
            }
            try (StackProcess stack = StackProcess.start(data, options)) {
                Running running = begin(stack, load);
                load.finish();
                return rested(running, rounds);
            }
        }
    }

    private void round(Load load) throws IOException, InterruptedException {
        try (StackProcess stack = StackProcess.start(data, options)) {
            if (random.nextInt(8) == 0) {
                killedBeforeReady++;
                pause(LONGEST_START);
                return;
            }
            Running running = begin(stack, load);
            if (random.nextInt(4) == 0) {
                keys.rotate(running, random.nextBoolean() ? Provider.ZENOO : Provider.JOBSITEON);
            } else if (random.nextInt(4) == 0) {
                // Else no rotation would end before the last round, and few would begin.
                awaitRotations(running);
            }
            int enough = ledger.acknowledged() + 1 + random.nextInt(MOST_ACKNOWLEDGED);
            await("deliveries to be answered 200", () -> ledger.acknowledged() >= enough);
            pause(LONGEST_BETWEEN);
        } finally {
            load.pause();
        }
    }

    private Running begin(StackProcess stack, Load load) {
        Running running = stack.awaitReady();
        keys.learnFrom(running);
        load.sendTo(running);
        return running;
    }

    private CrashResult rested(Running running, int rounds) throws IOException, InterruptedException {
        Inspection inspection = new Inspection(http, running);
        await("the queue to drain", () -> inspection.queued() == 0);
        awaitRotations(running);
        Witness witness = inspection.witness();
        return new CrashResult(
                rounds, killedBeforeReady, keys.rotationsBegun(), ledger, witness, Verdict.of(ledger, witness));
    }

    private void awaitRotations(Running running) {
        await("the rotations to end", () -> keys.unfinished(running).isEmpty());
    }

    private void pause(Duration longest) {
        LockSupport.parkNanos(random.nextLong(longest.toNanos()));
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Waited in vain for " + what);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }
}
