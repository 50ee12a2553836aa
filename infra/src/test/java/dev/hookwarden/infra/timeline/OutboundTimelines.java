package dev.hookwarden.infra.timeline;

import static dev.hookwarden.infra.timeline.ProviderSite.NO_ANSWER;
import static dev.hookwarden.infra.timeline.World.times;
import static dev.hookwarden.provider.Provider.JOBSITEON;
import static dev.hookwarden.provider.Provider.ZENOO;

import java.time.Duration;
import java.util.List;

/** Calls to the providers' APIs. */
final class OutboundTimelines {
    private OutboundTimelines() {}

    static List<Timeline> all() {
        return List.of(
                Timeline.of("a leaked key that the provider revoked", world -> {
                            world.minutes(3, () -> world.probe.call(ZENOO));
                            world.zenoo.revoke(world.keys.atProvider(ZENOO.apiKey()));
                            world.minutes(3, () -> world.probe.call(ZENOO));
                            world.zenoo.issue(world.keys.atProvider(ZENOO.apiKey()));
                            world.minutes(5, () -> world.probe.call(ZENOO));
                        })
                        .rings("zenoo-outbound-401", "4-7")
                        .rings("zenoo-keys", "4-7"),
                Timeline.of("one 401 and no call after it", world -> {
                            world.jobsiteon.answerNext(401);
                            world.probe.call(JOBSITEON);
                            world.quiet(10);
                        })
                        .rings("jobsiteon-outbound-401", "1-4")
                        .rings("jobsiteon-keys", "1-4"),
                Timeline.of("403 twice in five minutes", world -> {
                    world.zenoo.answerNext(403, 403);
                    world.minutes(15, () -> world.probe.call(ZENOO));
                }),
                Timeline.of("403 three times in five minutes", world -> {
                            world.zenoo.answerNext(403, 403, 403);
                            world.minutes(15, () -> world.probe.call(ZENOO));
                        })
                        .rings("zenoo-outbound-403", "3-6")
                        .rings("zenoo-provider-in-trouble", "3-6"),
                Timeline.of(
                        "403 three times in fifteen minutes",
                        world -> times(3, () -> {
                            world.zenoo.answerNext(403);
                            world.minutes(7, () -> world.probe.call(ZENOO));
                        })),
                Timeline.of("4 % of calls fail", world -> failing(world, 2)),
                Timeline.of("6 % of calls fail", world -> failing(world, 3))
                        .rings("jobsiteon-outbound-5xx", "11-21")
                        .rings("jobsiteon-provider-in-trouble", "11-21"),
                Timeline.of("no answer", world -> {
                            world.minutes(5, () -> world.probe.call(ZENOO));
                            world.zenoo.answerNext(NO_ANSWER);
                            world.minutes(15, () -> world.probe.call(ZENOO));
                        })
                        .rings("zenoo-outbound-5xx", "6-16")
                        .rings("zenoo-provider-in-trouble", "6-16"),
                Timeline.of("one failed call of few", world -> {
                            world.zenoo.answerNext(200, 500);
                            world.minutes(2, () -> world.probe.call(ZENOO));
                            world.quiet(60);
                        })
                        .rings("zenoo-outbound-5xx", "2-32")
                        .rings("zenoo-provider-in-trouble", "2-32"),
                Timeline.of("a provider more than twice as slow as usual", world -> {
                            probing(world, 100, 60);
                            probing(world, 250, 20);
                            probing(world, 100, 20);
                        })
                        .rings("zenoo-outbound-latency", "66-81")
                        .rings("zenoo-provider-in-trouble", "66-81"),
                Timeline.of("a provider just below twice as slow as usual", world -> {
                    probing(world, 100, 60);
                    probing(world, 199, 20);
                }),
                Timeline.of("a slow provider before there is a baseline", world -> probing(world, 3_000, 40)),
                Timeline.of("a provider slower than it has been, by a parameter as usual", world -> {
                            probing(world, 100, 60);
                            probing(world, 250, 20);
                        })
                        .with("ZenooLatencyBaselineMs", "200"),
                Timeline.of("a provider as fast as it has been, by a parameter slow", world -> probing(world, 100, 60))
                        .with("ZenooLatencyBaselineMs", "40")
                        .rings("zenoo-outbound-latency", "1-")
                        .rings("zenoo-provider-in-trouble", "1-"),
                Timeline.of("429 of a provider", world -> {
                    world.zenoo.answerNext(429);
                    world.minutes(5, () -> world.probe.call(ZENOO));
                }));
    }

    /** Of 50 attempts in ten minutes: a call that fails is made again, which is an attempt too. */
    private static void failing(World world, int failures) {
        world.minutes(10, () -> times(5, () -> world.probe.call(JOBSITEON)));
        times(failures, () -> world.jobsiteon.answerNext(500));
        world.minutes(1, () -> times(5 - failures, () -> world.probe.call(JOBSITEON)));
        world.minutes(15, () -> times(5, () -> world.probe.call(JOBSITEON)));
    }

    /** The probe runs as its schedule says, and other lines come between. */
    private static void probing(World world, int milliseconds, int minutes) {
        world.zenoo.latency(Duration.ofMillis(milliseconds));
        times(minutes / 5, () -> {
            world.probe.run();
            world.minutes(5, () -> world.probe.call(JOBSITEON));
        });
    }
}
