package dev.hookwarden.rotation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Every call that rotation makes to something outside, in order; any of them can go wrong or be interrupted. */
final class Calls {
    private final List<String> made = new ArrayList<>();
    private final Map<Integer, Trouble> troubles = new HashMap<>();
    private final Map<Integer, Runnable> intruders = new HashMap<>();
    private Runnable afterEach = () -> {};

    /** The process is gone: nothing of it runs any more, and no handler of exceptions either. */
    static final class Death extends Error {}

    void trouble(int ordinal, Trouble trouble) {
        troubles.put(ordinal, trouble);
    }

    /** Runs something else between the call before this one and this one. */
    void intrude(int ordinal, Runnable intruder) {
        intruders.put(ordinal, intruder);
    }

    void afterEach(Runnable check) {
        afterEach = check;
    }

    List<String> made() {
        return List.copyOf(made);
    }

    /** A call that throws when it fails. */
    <T> T make(String name, Supplier<T> effect) {
        return make(name, effect, () -> {
            throw new IllegalStateException("Failed as planned");
        });
    }

    /** @param failed what the caller sees of a call that fails: an exception, or an answer that says so */
    <T> T make(String name, Supplier<T> effect, Supplier<T> failed) {
        int ordinal = made.size();
        made.add(name);
        Runnable intruder = intruders.remove(ordinal);
        if (intruder != null) {
            intruder.run();
        }
        Trouble trouble = troubles.get(ordinal);
        if (trouble == null) {
            return performed(effect);
        }
        if (!trouble.isBefore()) {
            performed(effect);
        }
        if (trouble.isDeath()) {
            throw new Death();
        }
        return failed.get();
    }

    private <T> T performed(Supplier<T> effect) {
        T answer = effect.get();
        afterEach.run();
        return answer;
    }
}
