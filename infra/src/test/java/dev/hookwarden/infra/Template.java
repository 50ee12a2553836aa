package dev.hookwarden.infra;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One template.
 *
 * @param path where it is, from the root of the checkout
 */
record Template(String path, Node body) {

    List<Resource> resources() {
        return body.at("Resources").fields().entrySet().stream()
                .map(entry -> new Resource(entry.getKey(), entry.getValue()))
                .toList();
    }

    List<Resource> resources(String type) {
        return resources().stream().filter(resource -> resource.is(type)).toList();
    }

    Resource resource(String id) {
        return new Resource(id, body.at("Resources", id));
    }

    Set<String> parameters() {
        return body.at("Parameters").fields().keySet();
    }

    /** Every reference that stands anywhere in it. */
    Set<Reference> references() {
        return body.walk().flatMap(Reference::in).collect(Collectors.toSet());
    }

    /** The same with one thing put at this path below {@code Resources}. */
    Template with(Object put, String... path) {
        return new Template(
                this.path, body.with(body.at("Resources").with(put, path).value(), "Resources"));
    }

    /** The same with nothing at this path below {@code Resources}. */
    Template without(String... path) {
        return new Template(
                this.path, body.with(body.at("Resources").without(path).value(), "Resources"));
    }
}
