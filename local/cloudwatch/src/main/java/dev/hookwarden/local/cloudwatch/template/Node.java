package dev.hookwarden.local.cloudwatch.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A place in a template: a map, a list, a plain value, or nothing, so that a path may lead anywhere. Never changed in place. */
public record Node(@Nullable Object value) {

    /** What is at this path of keys; a node of nothing when a part of it is missing. */
    public Node at(String... path) {
        Node node = this;
        for (String key : path) {
            node = new Node(node.value instanceof Map<?, ?> map ? map.get(key) : null);
        }
        return node;
    }

    /** Whether there is anything. */
    public boolean exists() {
        return value != null;
    }

    /** The plain value as text; empty for nothing. */
    public String text() {
        return value == null ? "" : value.toString();
    }

    /**
     * The plain value as a whole number.
     *
     * @throws NumberFormatException when it is none
     */
    public int number() {
        return Integer.parseInt(text());
    }

    /** The fields in the order of the file; none when this is no map. */
    public Map<String, Node> fields() {
        Map<String, Node> fields = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, below) -> fields.put(String.valueOf(key), new Node(below)));
        }
        return fields;
    }

    /** The items of a list; a plain value or map is a list of itself, as CloudFormation sees it in policies. */
    public List<Node> items() {
        if (value instanceof List<?> list) {
            return list.stream().map(Node::new).toList();
        }
        return exists() ? List.of(this) : List.of();
    }

    /** The items of a list, each as text. */
    public List<String> texts() {
        return items().stream().map(Node::text).toList();
    }

    /** This and everything below it. */
    public Stream<Node> walk() {
        Stream<Node> below = value instanceof List<?> ? items().stream() : fields().values().stream();
        return Stream.concat(Stream.of(this), below.flatMap(Node::walk));
    }

    /** The same with one thing put at this path. */
    public Node with(@Nullable Object put, String... path) {
        return new Node(with(put, List.of(path)));
    }

    /** The same with nothing at this path. */
    public Node without(String... path) {
        return with(null, path);
    }

    private @Nullable Object with(@Nullable Object put, List<String> path) {
        if (path.isEmpty()) {
            return put;
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        fields().forEach((key, below) -> copy.put(key, below.value));
        String key = path.getFirst();
        Object below = at(key).with(put, path.subList(1, path.size()));
        if (below == null) {
            copy.remove(key);
        } else {
            copy.put(key, below);
        }
        return copy;
    }
}
