package dev.hookwarden.infra.timeline;

import static dev.hookwarden.infra.timeline.World.times;
import static dev.hookwarden.provider.Provider.JOBSITEON;
import static dev.hookwarden.provider.Provider.ZENOO;

import dev.hookwarden.delivery.Payload;
import java.util.List;
import java.util.Map;

/** Attempts that are refused, and traffic that only looks odd. */
final class AttackTimelines {
    private AttackTimelines() {}

    static List<Timeline> all() {
        return List.of(
                Timeline.of(
                        "ordinary traffic of both providers",
                        world -> world.minutes(30, () -> {
                            world.deliver(ZENOO);
                            times(2, () -> world.deliver(JOBSITEON));
                        })),
                Timeline.of("no traffic at all for a day", world -> world.quiet(24 * 60)),
                Timeline.of(
                        "sparse traffic",
                        world -> times(6, () -> {
                            world.deliver(ZENOO);
                            world.quiet(20);
                        })),
                Timeline.of("one refusal among many deliveries", world -> {
                            world.minutes(15, () -> times(8, () -> world.deliver(ZENOO)));
                            world.forge(ZENOO);
                            world.minutes(20, () -> times(8, () -> world.deliver(ZENOO)));
                        })
                        .rings("zenoo-signature-failures", "16-19")
                        .rings("zenoo-under-attack-or-misconfigured", "16-19"),
                Timeline.of("one refusal and nothing else", world -> {
                            world.forge(ZENOO);
                            world.quiet(60);
                        })
                        .rings("zenoo-signature-failures", "1-6")
                        .rings("zenoo-delivery-success", "1-46")
                        .rings("zenoo-under-attack-or-misconfigured", "1-46"),
                Timeline.of("a probing burst", world -> {
                            world.minutes(5, () -> world.deliver(ZENOO));
                            times(30, () -> world.forge(ZENOO));
                            world.minutes(30, () -> world.deliver(ZENOO));
                        })
                        .rings("zenoo-signature-failures", "6-9")
                        .rings("zenoo-delivery-success", "6-21")
                        .rings("zenoo-under-attack-or-misconfigured", "6-21"),
                Timeline.of("a slow drip of forgeries", world -> {
                            times(6, () -> {
                                world.forge(ZENOO);
                                world.minutes(2, () -> times(2, () -> world.deliver(ZENOO)));
                            });
                            world.minutes(30, () -> times(2, () -> world.deliver(ZENOO)));
                        })
                        .rings("zenoo-signature-failures", "1-14")
                        .rings("zenoo-delivery-success", "1-26")
                        .rings("zenoo-under-attack-or-misconfigured", "1-26"),
                Timeline.of("forgeries in one provider's name", world -> {
                            world.forge(JOBSITEON);
                            world.minutes(20, () -> {
                                world.deliver(ZENOO);
                                world.deliver(JOBSITEON);
                            });
                        })
                        .rings("jobsiteon-signature-failures", "1-4")
                        .rings("jobsiteon-delivery-success", "1-16")
                        .rings("jobsiteon-under-attack-or-misconfigured", "1-16"),
                Timeline.of(
                        "scanners at other addresses",
                        world -> world.minutes(5, () -> {
                            world.deliver(ZENOO);
                            world.gateway.request("POST", "wordpress", Map.of(), Payload.of(new byte[] {'x'}));
                        })),
                Timeline.of("a provider that sends in another way than before", world -> {
                            world.minutes(
                                    5,
                                    () -> world.gateway.request(
                                            "PUT", "zenoo", Map.of(), Payload.of(new byte[] {'{', '}'})));
                            world.minutes(30, () -> world.deliver(ZENOO));
                        })
                        .rings("zenoo-delivery-success", "1-20")
                        .rings("zenoo-under-attack-or-misconfigured", "1-20"),
                Timeline.of("duplicates only", world -> world.minutes(10, () -> world.deliverAgain(ZENOO))),
                Timeline.of("a key changed at the provider alone, then put here", world -> {
                            world.minutes(5, () -> world.deliver(ZENOO));
                            String next = world.keys.changeAtProvider(ZENOO.signingKey());
                            world.minutes(5, () -> world.deliver(ZENOO));
                            world.keys.submit(ZENOO.signingKey(), next);
                            world.rotations.rotate(ZENOO.signingKey());
                            world.minutes(40, () -> world.deliver(ZENOO));
                        })
                        .rings("zenoo-signature-failures", "6-13")
                        .rings("zenoo-delivery-success", "6-25")
                        .rings("zenoo-under-attack-or-misconfigured", "6-25"),
                Timeline.of("a provider that goes quiet while that is watched", world -> {
                            world.minutes(60, () -> world.deliver(ZENOO));
                            world.quiet(400);
                            world.minutes(30, () -> world.deliver(ZENOO));
                        })
                        .rings("zenoo-silence", "360-461")
                        .rings("zenoo-provider-in-trouble", "360-461")
                        .with("ZenooSilenceHours", "3"),
                Timeline.of("a provider that goes quiet while that is not watched", world -> {
                    world.minutes(5, () -> world.deliver(ZENOO));
                    world.quiet(300);
                }));
    }
}
