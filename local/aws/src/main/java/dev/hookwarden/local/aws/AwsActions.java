package dev.hookwarden.local.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The actions that one stand-in knows, each with the members it understands; everything else is refused. */
public final class AwsActions implements AwsService {
    private final Map<String, Action> actions = new HashMap<>();

    private record Action(Set<String> members, Function<AwsInput, ObjectNode> run) {}

    /** Adds an action; input with a member outside {@code members} is refused before it runs. */
    public AwsActions with(String name, Set<String> members, Function<AwsInput, ObjectNode> run) {
        actions.put(name, new Action(Set.copyOf(members), run));
        return this;
    }

    @Override
    public ObjectNode answer(String action, ObjectNode input) {
        Action known = actions.get(action);
        if (known == null) {
            throw AwsError.unknownOperation(action);
        }
        AwsInput read = new AwsInput(input);
        read.allowOnly(known.members());
        return known.run().apply(read);
    }
}
