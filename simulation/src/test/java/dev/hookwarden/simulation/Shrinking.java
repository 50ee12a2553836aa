package dev.hookwarden.simulation;

import dev.hookwarden.simulation.aws.RandomTroubles;
import dev.hookwarden.simulation.aws.Trouble;
import dev.hookwarden.simulation.judge.Invariant;
import dev.hookwarden.simulation.judge.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Looks for the shortest story that still breaks the invariant that a run broke first: first with less happening from outside, then with less
 * going wrong inside.
 */
final class Shrinking {
    private static final int LOOKS = 150;
    private static final int TRACE_SHOWN = 60;

    private final Scenario scenario;
    private final Parts parts;
    private final Invariant broken;

    private Shrinking(Scenario scenario, Parts parts, Invariant broken) {
        this.scenario = scenario;
        this.parts = parts;
        this.broken = broken;
    }

    /** The story behind a run's first violation, in words: seed, what happened from outside, what went wrong, and how it went. */
    static String story(Result failed, Parts parts) {
        Violation first = failed.violations().getFirst();
        return new Shrinking(failed.scenario(), parts, first.invariant()).told(first);
    }

    private String told(Violation first) {
        List<Action> actions = Subsets.smallest(scenario.story(), fewer -> breaks(run(fewer)), LOOKS);
        List<Map.Entry<Long, Trouble>> troubles =
                List.copyOf(run(actions).troubles().entrySet());
        if (breaks(replay(actions, troubles))) {
            troubles = Subsets.smallest(troubles, fewer -> breaks(replay(actions, fewer)), LOOKS);
        }
        Result shortest = replay(actions, troubles);
        Result shown = breaks(shortest) ? shortest : run(actions);
        return "Seed " + scenario.seed() + " of " + scenario + " broke " + first
                + "\nFrom outside:\n" + lines(actions)
                + "\nWent wrong:\n" + lines(List.copyOf(shown.troubles().entrySet()))
                + "\nWhat happened:\n"
                + lines(shown.trace().stream().limit(TRACE_SHOWN).toList())
                + "\nViolations:\n" + lines(shown.violations().stream().limit(5).toList());
    }

    private static String lines(List<?> all) {
        return all.stream().map(one -> "  " + one).collect(Collectors.joining("\n"));
    }

    private boolean breaks(Result result) {
        return result.violations().stream().anyMatch(violation -> violation.invariant() == broken);
    }

    private Result run(List<Action> actions) {
        return new World(scenario, parts, new RandomTroubles(scenario.seed(), scenario.rates())).run(actions);
    }

    /** With just this trouble; that of outages is among it. */
    private Result replay(List<Action> actions, List<Map.Entry<Long, Trouble>> troubles) {
        Map<Long, Trouble> planned = new TreeMap<>();
        troubles.forEach(trouble -> planned.put(trouble.getKey(), trouble.getValue()));
        List<Action> withoutOutages = new ArrayList<>(actions);
        withoutOutages.removeIf(action -> action.kind() == Action.Kind.OUTAGE);
        return new World(scenario, parts, call -> planned.getOrDefault(call.ordinal(), Trouble.NONE))
                .run(withoutOutages);
    }
}
