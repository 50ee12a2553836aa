package dev.hookwarden.infra;

import java.util.Collection;
import java.util.function.Function;

/**
 * One mistake in a template, and the check that must find it.
 *
 * @param name what was done wrong
 * @param ours the template without it
 * @param broken the template with it
 * @param check gives what offends it in a template
 */
record Mistake(String name, Template ours, Template broken, Function<Template, Collection<?>> check) {

    @Override
    public String toString() {
        return name;
    }
}
