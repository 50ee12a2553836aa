package dev.hookwarden.infra;

import dev.hookwarden.local.cloudwatch.template.Node;
import java.util.List;
import java.util.Map;

/** A function of a template, with what the template's {@code Globals} give it. */
record LambdaFunction(Template template, Resource resource) {

    static List<LambdaFunction> of(Template template) {
        return template.resources("AWS::Serverless::Function").stream()
                .map(resource -> new LambdaFunction(template, resource))
                .toList();
    }

    String id() {
        return resource.id();
    }

    /** The name of the class that Lambda starts. */
    String handler() {
        return property("Handler").text();
    }

    Node property(String... path) {
        Node own = resource.property(path);
        return own.exists() ? own : template.body().at("Globals", "Function").at(path);
    }

    Map<String, Node> environment() {
        return property("Environment", "Variables").fields();
    }

    List<Resource> events(String type) {
        return property("Events").fields().entrySet().stream()
                .map(entry -> new Resource(entry.getKey(), entry.getValue()))
                .filter(event -> event.is(type))
                .toList();
    }

    /** The resource that this property refers to; one without a body when it refers to none. */
    Resource referred(String... path) {
        return Reference.in(property(path))
                .findFirst()
                .map(reference -> template.resource(reference.target()))
                .orElse(new Resource("", new Node(null)));
    }
}
