package dev.hookwarden.infra.timeline;

import static dev.hookwarden.infra.timeline.World.times;
import static dev.hookwarden.local.aws.AwsApi.EVENT_BRIDGE;
import static dev.hookwarden.local.aws.AwsApi.SECRETS_MANAGER;
import static dev.hookwarden.provider.Provider.JOBSITEON;
import static dev.hookwarden.provider.Provider.ZENOO;

import dev.hookwarden.infra.timeline.Worker.State;
import java.time.Duration;
import java.util.List;

/** Faults of ours and of AWS. */
final class FaultTimelines {
    private FaultTimelines() {}

    static List<Timeline> all() {
        return List.of(
                Timeline.of("4 % of attempts end in 5xx", world -> queueDownFor(world, 4))
                        .rings("ingest-failed", "10-11")
                        .rings("we-are-in-trouble", "10-11")
                        .rings("zenoo-delivery-success", "10-25")
                        .rings("zenoo-under-attack-or-misconfigured", "10-25"),
                Timeline.of("6 % of attempts end in 5xx", world -> queueDownFor(world, 6))
                        .rings("ingest-failed", "10-11")
                        .rings("inbound-5xx", "10-20")
                        .rings("we-are-in-trouble", "10-20")
                        .rings("zenoo-delivery-success", "10-25")
                        .rings("zenoo-under-attack-or-misconfigured", "10-25"),
                Timeline.of("the queue is down for ten minutes", world -> {
                            world.minutes(5, () -> world.deliver(ZENOO));
                            world.queue.down(true);
                            world.minutes(10, () -> world.deliver(ZENOO));
                            world.queue.down(false);
                            world.minutes(30, () -> world.deliver(ZENOO));
                        })
                        .rings("ingest-failed", "6-16")
                        .rings("inbound-5xx", "6-25")
                        .rings("we-are-in-trouble", "6-25")
                        .rings("zenoo-delivery-success", "6-30")
                        .rings("zenoo-under-attack-or-misconfigured", "6-30"),
                Timeline.of("Secrets Manager is down while keyrings are held", world -> {
                            world.deliver(ZENOO);
                            world.down(SECRETS_MANAGER, true);
                            world.minutes(20, () -> world.deliver(ZENOO));
                            world.down(SECRETS_MANAGER, false);
                            world.minutes(20, () -> world.deliver(ZENOO));
                        })
                        .rings("zenoo-keyring-unreadable", "8-23")
                        .rings("zenoo-keys", "8-23"),
                Timeline.of("Secrets Manager is down and no keyring is held", world -> {
                            world.down(SECRETS_MANAGER, true);
                            world.minutes(5, () -> world.deliver(JOBSITEON));
                            world.down(SECRETS_MANAGER, false);
                            world.minutes(30, () -> world.deliver(JOBSITEON));
                        })
                        .rings("jobsiteon-keyring-unreadable", "3-8")
                        .rings("jobsiteon-keys", "3-8")
                        .rings("ingest-failed", "1-6")
                        .rings("inbound-5xx", "1-15")
                        .rings("we-are-in-trouble", "1-15")
                        .rings("jobsiteon-delivery-success", "1-20")
                        .rings("jobsiteon-under-attack-or-misconfigured", "1-20"),
                Timeline.of("a probe that can't look at keys", world -> {
                            world.probe.run();
                            world.quiet(5);
                            world.down(SECRETS_MANAGER, true);
                            world.quiet(60);
                            world.probe.run();
                            world.quiet(5);
                            world.down(SECRETS_MANAGER, false);
                            world.probe.run();
                            world.quiet(5);
                        })
                        .rings("probe-errors", "66-69")
                        .rings("probe-new-version-errors", "66-69")
                        .rings("we-are-in-trouble", "66-69"),
                Timeline.of("the gateway throttles", world -> {
                            world.deliver(ZENOO);
                            world.gateway.throttle(true);
                            times(3, () -> world.deliver(ZENOO));
                            world.gateway.throttle(false);
                            world.minutes(10, () -> world.deliver(ZENOO));
                        })
                        .rings("gateway-throttled", "1-2")
                        .rings("we-are-in-trouble", "1-2"),
                Timeline.of("answers slower than half of what the provider waits", world -> {
                            world.minutes(10, () -> times(2, () -> world.deliver(JOBSITEON)));
                            world.queue.slow(Duration.ofMillis(2_600));
                            world.minutes(10, () -> times(2, () -> world.deliver(JOBSITEON)));
                            world.queue.slow(Duration.ZERO);
                            world.minutes(20, () -> times(2, () -> world.deliver(JOBSITEON)));
                        })
                        .rings("jobsiteon-acknowledgement", "16-30")
                        .rings("we-are-in-trouble", "16-30"),
                Timeline.of("a delivery that can't be processed, redriven later", world -> {
                            world.down(EVENT_BRIDGE, true);
                            world.deliver(ZENOO);
                            world.quiet(25);
                            world.down(EVENT_BRIDGE, false);
                            world.queue.redrive();
                            world.quiet(20);
                        })
                        .rings("dead-letters", "16-30")
                        .rings("we-are-in-trouble", "16-30"),
                Timeline.of("the bus is down", world -> {
                            world.down(EVENT_BRIDGE, true);
                            world.minutes(3, () -> times(2, () -> world.deliver(ZENOO)));
                            world.down(EVENT_BRIDGE, false);
                            world.minutes(20, () -> world.deliver(ZENOO));
                        })
                        .rings("deliveries-failing", "3-6")
                        .rings("we-are-in-trouble", "3-6"),
                Timeline.of("the processor stands still", world -> {
                            world.worker.becomes(State.STANDS_STILL);
                            world.minutes(25, () -> world.deliver(ZENOO));
                            world.worker.becomes(State.RUNS);
                            world.minutes(15, () -> world.deliver(ZENOO));
                        })
                        .rings("oldest-message", "16-30")
                        .rings("we-are-in-trouble", "16-30"),
                Timeline.of("the processor is throttled", world -> {
                            world.worker.becomes(State.THROTTLED);
                            world.minutes(2, () -> world.deliver(ZENOO));
                            world.worker.becomes(State.RUNS);
                            world.minutes(10, () -> world.deliver(ZENOO));
                        })
                        .rings("processor-throttles", "1-3")
                        .rings("we-are-in-trouble", "1-3"),
                // What the bus can't deliver is for its subscribers: it is given, not made.
                Timeline.of("an event that the bus can't deliver", world -> {
                            world.queue.undelivered(1);
                            world.quiet(3);
                            world.queue.undelivered(0);
                            world.quiet(10);
                        })
                        .rings("undelivered-events", "1-8")
                        .rings("we-are-in-trouble", "1-8"),
                // A time-out or a lack of memory happens outside of the code: it is given, not made.
                Timeline.of("ingest runs out of time", world -> {
                            world.minutes(3, () -> world.deliver(ZENOO));
                            world.ingestMetrics.failed();
                            world.minutes(10, () -> world.deliver(ZENOO));
                        })
                        .rings("ingest-errors", "4-5")
                        .rings("ingest-new-version-errors", "4-5")
                        .rings("we-are-in-trouble", "4-5"));
    }

    /** Of 100 attempts within ten minutes. */
    private static void queueDownFor(World world, int attempts) {
        world.minutes(9, () -> times(10, () -> world.deliver(ZENOO)));
        world.queue.down(true);
        times(attempts, () -> world.deliver(ZENOO));
        world.queue.down(false);
        times(10 - attempts, () -> world.deliver(ZENOO));
        world.minutes(20, () -> times(10, () -> world.deliver(ZENOO)));
    }
}
