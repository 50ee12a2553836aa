package dev.hookwarden.infra;

import dev.hookwarden.local.cloudwatch.template.CloudFormationYaml;
import dev.hookwarden.local.cloudwatch.template.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The templates of this checkout. */
final class Templates {
    /** The root of the checkout; the build names it. */
    static final Path CHECKOUT = Path.of(Objects.requireNonNull(
            System.getProperty("hookwarden.root"), "system property hookwarden.root: set by the build"));

    private Templates() {}

    static Template root() {
        return read(CHECKOUT.resolve("template.yaml"));
    }

    /** The root whose switches are on by default: it serves every provider. */
    static Template rootServingAll() {
        Template root = root();
        Node body = root.body();
        for (String name : switches(root)) {
            body = body.with("true", "Parameters", name, "Default");
        }
        return new Template(root.path(), body);
    }

    /** The parameters that switch a provider on, as {@code GithubEnabled}. */
    static List<String> switches(Template root) {
        return root.parameters().stream()
                .filter(name -> name.endsWith("Enabled"))
                .sorted()
                .toList();
    }

    static Template provider() {
        return nested(root(), "infra/provider.yaml");
    }

    static Template key() {
        return nested(provider(), "key.yaml");
    }

    /** The template of this path, that the root takes in. */
    static Template nested(String path) {
        return nested(root(), path);
    }

    /** The template that this one takes in; its address counts from where this one is, as for sam deploy. */
    static Template nested(Template parent, String templateUrl) {
        return read(CHECKOUT.resolve(parent.path()).resolveSibling(templateUrl));
    }

    /** The root and every template in {@code infra/}. */
    static List<Template> all() {
        try (Stream<Path> files = Files.list(CHECKOUT.resolve("infra"))) {
            Stream<Path> nested =
                    files.filter(file -> file.toString().endsWith(".yaml")).sorted();
            return Stream.concat(Stream.of(CHECKOUT.resolve("template.yaml")), nested)
                    .map(Templates::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Template read(Path file) {
        try {
            return new Template(CHECKOUT.relativize(file).toString(), CloudFormationYaml.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
