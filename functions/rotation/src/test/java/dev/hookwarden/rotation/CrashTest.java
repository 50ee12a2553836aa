package dev.hookwarden.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookwarden.provider.KeyUse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invariant I7: whatever call of a rotation goes wrong, and whatever two of them, it converges, and no untested key is ever current. */
class CrashTest {
    private static final List<Trouble> FAILURES = List.of(Trouble.FAIL_BEFORE, Trouble.FAIL_AFTER);

    @ParameterizedTest
    @EnumSource
    void convergesWhicheverCallGoesWrong(Kind kind) {
        int calls = run(kind, Map.of(), true);
        for (int ordinal = 0; ordinal < calls; ordinal++) {
            for (Trouble trouble : Trouble.values()) {
                run(kind, Map.of(ordinal, trouble), true);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void convergesWhicheverTwoCallsGoWrong(Kind kind) {
        int rotations = 0;
        int calls = run(kind, Map.of(), false);
        for (int first = 0; first < calls; first++) {
            for (Trouble firstTrouble : FAILURES) {
                int after = run(kind, Map.of(first, firstTrouble), false);
                for (int second = first + 1; second < after; second++) {
                    for (Trouble secondTrouble : FAILURES) {
                        run(kind, Map.of(first, firstTrouble, second, secondTrouble), false);
                        rotations++;
                    }
                }
            }
        }
        assertThat(rotations).isGreaterThan(calls * calls);
    }

    @ParameterizedTest
    @EnumSource
    void convergesWhenASecondCopyRunsTheSameStepInBetween(Kind kind) {
        int calls = run(kind, Map.of(), false);
        for (int ordinal = 0; ordinal < calls; ordinal++) {
            RotationWorld world = new RotationWorld();
            String old = world.holder(kind, SecretStages.CURRENT);
            world.calls.afterEach(() -> world.assertCurrentIsOldOrTested(kind, old));
            world.intrudeWithTheSameStep(ordinal);

            world.assertRotated(kind, old, world.rotate(kind));
            assertThat(world.refusals)
                    .as("neither copy fails: before call %d", ordinal)
                    .isEmpty();
        }
    }

    /** Rotates with these troubles; says how many calls that took. */
    private static int run(Kind kind, Map<Integer, Trouble> troubles, boolean watchTheOldKey) {
        RotationWorld world = new RotationWorld();
        String old = world.holder(kind, SecretStages.CURRENT);
        troubles.forEach(world.calls::trouble);
        world.calls.afterEach(() -> {
            world.assertCurrentIsOldOrTested(kind, old);
            if (watchTheOldKey) {
                assertOldKeyVerifiesUntilReplaced(world, kind, old);
            }
        });
        try {
            world.assertRotated(kind, old, world.rotate(kind));
        } catch (AssertionError notConverged) {
            throw new AssertionError(
                    kind + " with " + new TreeMap<>(troubles) + " after " + world.calls.made(), notConverged);
        }
        return world.calls.made().size();
    }

    private static void assertOldKeyVerifiesUntilReplaced(RotationWorld world, Kind kind, String old) {
        boolean replaced = !world.holder(kind, SecretStages.CURRENT).equals(old);
        if (!replaced && kind.key().is(KeyUse.SIGNS_DELIVERIES)) {
            assertThat(world.receiver.verifies(kind.key().provider(), kind.oldKey()))
                    .isTrue();
        }
    }
}
