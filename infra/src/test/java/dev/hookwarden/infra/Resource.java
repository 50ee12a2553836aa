package dev.hookwarden.infra;

import dev.hookwarden.local.cloudwatch.template.Node;

/** One resource of a template, by its logical id. */
record Resource(String id, Node body) {

    String type() {
        return body.at("Type").text();
    }

    Node property(String... path) {
        return body.at("Properties").at(path);
    }

    boolean is(String type) {
        return type().equals(type);
    }
}
