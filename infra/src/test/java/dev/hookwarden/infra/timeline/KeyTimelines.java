package dev.hookwarden.infra.timeline;

import static dev.hookwarden.infra.timeline.World.times;
import static dev.hookwarden.local.aws.AwsApi.SECRETS_MANAGER;
import static dev.hookwarden.provider.Provider.JOBSITEON;
import static dev.hookwarden.provider.Provider.ZENOO;

import dev.hookwarden.provider.Provider;
import dev.hookwarden.provider.ProviderKey;
import dev.hookwarden.secrets.KeyMarks;
import java.time.Duration;
import java.util.List;

/** Keys and their rotation. */
final class KeyTimelines {
    private KeyTimelines() {}

    static List<Timeline> all() {
        return List.of(
                Timeline.of("a rotation under traffic, the old key dead at once", world -> {
                    traffic(world, ZENOO);
                    world.keys.submit(ZENOO.signingKey(), world.keys.changeAtProvider(ZENOO.signingKey()));
                    rotateUnderTraffic(world, ZENOO, ZENOO.signingKey());
                    traffic(world, ZENOO);
                }),
                Timeline.of("a delivery between the provider's change of its key and the rotation here", world -> {
                            traffic(world, ZENOO);
                            String next = world.keys.changeAtProvider(ZENOO.signingKey());
                            world.deliver(ZENOO);
                            world.keys.submit(ZENOO.signingKey(), next);
                            rotateUnderTraffic(world, ZENOO, ZENOO.signingKey());
                            world.minutes(30, () -> world.deliver(ZENOO));
                        })
                        .rings("zenoo-signature-failures", "11-14")
                        .rings("zenoo-delivery-success", "11-26")
                        .rings("zenoo-under-attack-or-misconfigured", "11-26"),
                Timeline.of("a rotation whose canary comes while Secrets Manager is busy", world -> {
                    traffic(world, JOBSITEON);
                    String next = Keys.fresh();
                    world.jobsiteon.issue(next);
                    world.keys.submit(JOBSITEON.signingKey(), next);
                    world.rotations.onCanary(first -> world.down(SECRETS_MANAGER, first));
                    world.rotations.rotate(JOBSITEON.signingKey());
                    traffic(world, JOBSITEON);
                }),
                Timeline.of("a rotation under traffic, the old key in use for a while", world -> {
                    traffic(world, JOBSITEON);
                    String old = world.keys.atProvider(JOBSITEON.signingKey());
                    String next = Keys.fresh();
                    world.jobsiteon.issue(next);
                    world.keys.submit(JOBSITEON.signingKey(), next);
                    world.rotations.betweenSteps(() -> world.deliver(JOBSITEON, old));
                    world.rotations.rotate(JOBSITEON.signingKey());
                    world.minutes(30, () -> world.deliver(JOBSITEON, old));
                    world.minutes(30, () -> world.deliver(JOBSITEON, next));
                }),
                Timeline.of("a rotation of a key that only calls", world -> {
                    traffic(world, ZENOO);
                    String next = world.keys.changeAtProvider(ZENOO.apiKey());
                    world.zenoo.issue(next);
                    world.keys.submit(ZENOO.apiKey(), next);
                    rotateUnderTraffic(world, ZENOO, ZENOO.apiKey());
                    world.minutes(10, () -> world.probe.call(ZENOO));
                }),
                Timeline.of("a new key that the provider doesn't know", world -> {
                            world.keys.submit(JOBSITEON.apiKey(), Keys.fresh());
                            world.rotations.rotate(JOBSITEON.apiKey());
                            traffic(world, JOBSITEON);
                            world.quiet(200);
                        })
                        .rings("jobsiteon-outbound-401", "1-2")
                        .rings("jobsiteon-rotation-failed", "1-181")
                        .rings("jobsiteon-keys", "1-181")
                        .rings("rotation-new-version-errors", "1-4"),
                Timeline.of("a new key that can't be one", world -> {
                            world.keys.submit(ZENOO.signingKey(), "x");
                            world.rotations.rotate(ZENOO.signingKey());
                            world.quiet(240);
                        })
                        .rings("zenoo-rotation-failed", "1-181")
                        .rings("zenoo-keys", "1-181")
                        .rings("rotation-new-version-errors", "1-4"),
                Timeline.of("a key that is due, and nobody has brought the next", world -> {
                            world.rotations.rotate(ZENOO.signingKey());
                            world.quiet(27 * 60);
                        })
                        .rings("zenoo-key-due", "1-1561")
                        .rings("zenoo-keys", "1-1561")
                        .rings("rotation-new-version-errors", "1-4"),
                Timeline.of("a key that is due, brought an hour later", world -> {
                            world.rotations.rotate(ZENOO.signingKey());
                            world.quiet(60);
                            world.keys.submit(ZENOO.signingKey(), world.keys.changeAtProvider(ZENOO.signingKey()));
                            world.rotations.rotate(ZENOO.signingKey());
                            world.quiet(60);
                        })
                        .rings("zenoo-key-due", "1-")
                        .rings("zenoo-keys", "1-")
                        .rings("rotation-new-version-errors", "1-4"),
                Timeline.of("a key older than it may become", world -> {
                            probing(world, 60);
                            String next = world.keys.changeAtProvider(ZENOO.apiKey());
                            world.zenoo.issue(next);
                            world.keys.submit(ZENOO.apiKey(), next);
                            world.rotations.rotate(ZENOO.apiKey());
                            world.keys.submit(ZENOO.signingKey(), world.keys.changeAtProvider(ZENOO.signingKey()));
                            world.rotations.rotate(ZENOO.signingKey());
                            probing(world, 180);
                        })
                        .withKeysOf(Duration.ofDays(90).minusMinutes(20))
                        .rings("zenoo-key-overdue", "21-116")
                        .rings("zenoo-keys", "21-116")
                        .rings("jobsiteon-key-overdue", "21-")
                        .rings("jobsiteon-keys", "21-"),
                Timeline.of("the previous key in use on the last day of its overlap", world -> {
                            String old = world.keys.atProvider(JOBSITEON.signingKey());
                            String next = Keys.fresh();
                            world.jobsiteon.issue(next);
                            world.keys.submit(JOBSITEON.signingKey(), next);
                            world.rotations.rotate(JOBSITEON.signingKey());
                            world.clock.advance(Duration.ofDays(6).plusMinutes(30));
                            world.minutes(10, () -> world.deliver(JOBSITEON, old));
                            world.minutes(90, () -> world.deliver(JOBSITEON, next));
                        })
                        .rings("jobsiteon-previous-key-in-use", "8671-8740")
                        .rings("jobsiteon-keys", "8671-8740"),
                Timeline.of("an unusable key beside the good one", world -> {
                            world.keys.putPending(ZENOO.signingKey(), "x");
                            traffic(world, ZENOO);
                        })
                        .rings("zenoo-key-unusable", "1-")
                        .rings("zenoo-keys", "1-"),
                Timeline.of("an unusable key in place of the good one", world -> {
                            traffic(world, ZENOO);
                            world.keys.overwrite(ZENOO.signingKey(), "x");
                            world.minutes(20, () -> world.deliver(ZENOO));
                            world.keys.overwrite(ZENOO.signingKey(), world.keys.atProvider(ZENOO.signingKey()));
                            world.minutes(40, () -> world.deliver(ZENOO));
                        })
                        .rings("zenoo-key-unusable", "11-35")
                        .rings("zenoo-keyring-unreadable", "13-33")
                        .rings("zenoo-keys", "11-35")
                        .rings("ingest-failed", "11-31")
                        .rings("inbound-5xx", "11-40")
                        .rings("we-are-in-trouble", "11-40")
                        .rings("zenoo-delivery-success", "11-45")
                        .rings("zenoo-under-attack-or-misconfigured", "11-45"),
                Timeline.of("no key at all", world -> {
                            traffic(world, ZENOO);
                            world.keys.overwrite(ZENOO.signingKey(), KeyMarks.REVOKED);
                            world.minutes(20, () -> world.deliver(ZENOO));
                            world.keys.overwrite(ZENOO.signingKey(), world.keys.atProvider(ZENOO.signingKey()));
                            world.minutes(40, () -> world.deliver(ZENOO));
                        })
                        .rings("zenoo-keyring-unreadable", "13-33")
                        .rings("zenoo-keys", "13-33")
                        .rings("ingest-failed", "11-31")
                        .rings("inbound-5xx", "11-40")
                        .rings("we-are-in-trouble", "11-40")
                        .rings("zenoo-delivery-success", "11-45")
                        .rings("zenoo-under-attack-or-misconfigured", "11-45"));
    }

    private static void traffic(World world, Provider provider) {
        world.minutes(10, () -> world.deliver(provider));
    }

    private static void probing(World world, int minutes) {
        times(minutes / 5, () -> {
            world.probe.run();
            world.quiet(5);
        });
    }

    private static void rotateUnderTraffic(World world, Provider provider, ProviderKey key) {
        world.rotations.betweenSteps(() -> world.deliver(provider));
        world.rotations.rotate(key);
        world.rotations.betweenSteps(() -> {});
    }
}
