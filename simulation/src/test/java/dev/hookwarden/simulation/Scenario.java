package dev.hookwarden.simulation;

import dev.hookwarden.simulation.aws.Rates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What a run consists of.
 *
 * @param deliveries how many different ones the providers send
 * @param deliveriesPerRotation how many of them come between two rotations
 * @param forgeriesPerDelivery how many strangers' attempts come for each
 * @param outages whether whole AWS APIs fail for minutes
 * @param rates how often single calls fail
 * @param meanGap between two deliveries
 */
public record Scenario(
        long seed,
        int deliveries,
        int deliveriesPerRotation,
        double forgeriesPerDelivery,
        boolean outages,
        Rates rates,
        Duration meanGap) {
    private static final int DELIVERIES_PER_OUTAGE = 4000;
    private static final int DELIVERIES_PER_REDRIVE = 5000;
    private static final double MALFORMED_PER_DELIVERY = 0.05;

    /** Invariant I1's quantities. */
    public static Scenario faulty(long seed, int deliveries) {
        return new Scenario(seed, deliveries, 2000, 0.3, true, Rates.FULL, Duration.ofSeconds(3));
    }

    /** Invariant I4's: rotations under traffic, and nothing that would excuse a refusal. */
    public static Scenario rotating(long seed, int rotations) {
        return new Scenario(seed, rotations * 20, 20, 0.5, false, Rates.NONE, Duration.ofMinutes(4));
    }

    Scenario withDeliveriesPerRotation(int other) {
        return new Scenario(seed, deliveries, other, forgeriesPerDelivery, outages, rates, meanGap);
    }

    /** Whether nothing goes wrong at Secrets Manager, so that a key which was taken away has gone after the cache's time. */
    boolean hasFaults() {
        return outages || !rates.equals(Rates.NONE);
    }

    /** Everything that happens from outside, in the order of time. */
    List<Action> story() {
        Random random = new Random(seed);
        List<Action> story = new ArrayList<>();
        Duration at = Duration.ZERO;
        for (int delivery = 1; delivery <= deliveries; delivery++) {
            at = at.plusMillis((long) (-Math.log(1 - random.nextDouble()) * meanGap.toMillis()));
            story.add(new Action(at, Action.Kind.DELIVER, delivery));
            maybe(story, random, forgeriesPerDelivery, at, Action.Kind.FORGE, delivery);
            maybe(story, random, MALFORMED_PER_DELIVERY, at, Action.Kind.MALFORM, delivery);
            every(story, deliveriesPerRotation, at, Action.Kind.ROTATE, delivery);
            if (outages) {
                every(story, DELIVERIES_PER_OUTAGE, at, Action.Kind.OUTAGE, delivery);
                every(story, DELIVERIES_PER_REDRIVE, at, Action.Kind.REDRIVE, delivery);
            }
        }
        story.sort(Comparator.comparing(Action::at));
        return story;
    }

    private void maybe(List<Action> story, Random random, double chance, Duration at, Action.Kind kind, int delivery) {
        if (random.nextDouble() < chance) {
            story.add(new Action(at.plusMillis(random.nextInt(60_000)), kind, delivery));
        }
    }

    private static void every(List<Action> story, int interval, Duration at, Action.Kind kind, int delivery) {
        if (delivery % interval == interval / 2) {
            story.add(new Action(at, kind, delivery / interval));
        }
    }
}
