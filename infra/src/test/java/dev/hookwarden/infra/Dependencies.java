package dev.hookwarden.infra;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each resource of a template needs to be there before it.
 *
 * @param needed by the id of the resource that needs
 */
record Dependencies(Map<String, Set<String>> needed) {

    private static final String ALIAS = ".Alias";

    static Dependencies of(Template template) {
        Map<String, Set<String>> needed = template.resources().stream()
                .collect(Collectors.toMap(
                        Resource::id, resource -> needs(template, resource).collect(Collectors.toSet())));
        LambdaFunction.of(template).forEach(function -> needed.put(function.id() + ALIAS, aliasNeeds(function)));
        return new Dependencies(needed);
    }

    /** The resources that CloudFormation could never make, because each waits for itself. */
    List<String> circular() {
        return needed.keySet().stream().filter(id -> reached(id).contains(id)).toList();
    }

    private Set<String> reached(String from) {
        Set<String> reached = new HashSet<>();
        Deque<String> toFollow = new ArrayDeque<>(needed.getOrDefault(from, Set.of()));
        while (!toFollow.isEmpty()) {
            String next = toFollow.remove();
            if (reached.add(next)) {
                toFollow.addAll(needed.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    /** An event of a function becomes a resource of its own in SAM's hands, and a route becomes a part of its API. */
    private static Stream<String> needs(Template template, Resource resource) {
        Stream<String> itself =
                targets(resource.body().without("Properties", "Events").without("Properties", "DeploymentPreference"));
        Stream<String> routes = LambdaFunction.of(template).stream()
                .filter(function -> function.events("Api").stream()
                        .flatMap(event -> targets(event.property("RestApiId")))
                        .anyMatch(resource.id()::equals))
                .map(function -> function.id() + ALIAS);
        return Stream.concat(itself, routes);
    }

    /** The alias waits for its deployment group, and that for the alarms that gate it. */
    private static Set<String> aliasNeeds(LambdaFunction function) {
        return Stream.concat(Stream.of(function.id()), targets(function.property("DeploymentPreference")))
                .collect(Collectors.toSet());
    }

    private static Stream<String> targets(Node node) {
        return node.walk()
                .flatMap(Reference::in)
                .map(reference ->
                        reference.attribute().equals("Alias") ? reference.target() + ALIAS : reference.target());
    }
}
