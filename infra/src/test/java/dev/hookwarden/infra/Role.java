package dev.hookwarden.infra;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What one role of the root template may do, the policies included that nested templates attach to it. */
record Role(String id, List<Node> statements) {

    static Role of(Resource role, Collection<Template> templates) {
        return new Role(
                role.id(),
                Stream.concat(statements(role.property("Policies")), attached(role, templates))
                        .distinct()
                        .toList());
    }

    Set<String> actions() {
        Set<String> actions = new TreeSet<>();
        statements.forEach(statement -> actions.addAll(statement.at("Action").texts()));
        return actions;
    }

    /** Templates hand a role on under its own name and "Name", as IngestRoleName. */
    private static Stream<Node> attached(Resource role, Collection<Template> templates) {
        return templates.stream()
                .flatMap(template -> template.resources("AWS::IAM::RolePolicy").stream())
                .filter(policy -> policy.property("RoleName", "Ref").text().equals(role.id() + "Name"))
                .flatMap(policy -> statements(policy.property()));
    }

    private static Stream<Node> statements(Node policies) {
        return policies.items().stream().flatMap(policy -> policy.at("PolicyDocument", "Statement").items().stream());
    }
}
