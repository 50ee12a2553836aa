package dev.hookwarden.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One way to write JSON. */
record JsonStyle(JsonLayout layout, boolean sorted, JsonEscapes escapes) {
    /** Every way, the usual ones first. */
    static List<JsonStyle> all() {
        return Stream.of(false, true)
                .flatMap(sorted -> Stream.of(JsonEscapes.values())
                        .flatMap(escapes ->
                                Stream.of(JsonLayout.values()).map(layout -> new JsonStyle(layout, sorted, escapes))))
                .toList();
    }

    /** The usual ways alone. */
    static List<JsonStyle> usual() {
        return all().subList(0, JsonLayout.values().length);
    }

    String words() {
        return layout.words() + (sorted ? ", with its fields sorted" : "") + escapes.words();
    }

    String write(JsonTree tree) {
        StringBuilder out = new StringBuilder();
        write(tree, 0, out);
        return out.toString();
    }

    private void write(JsonTree tree, int depth, StringBuilder out) {
        switch (tree) {
            case JsonTree.Literal literal -> out.append(literal.text());
            case JsonTree.Text text -> escapes.write(text.text(), out);
            case JsonTree.Items items -> {
                out.append('[');
                items.items().forEach(item -> {
                    begin('[', depth + 1, out);
                    write(item, depth + 1, out);
                });
                end(items.items().isEmpty(), ']', depth, out);
            }
            case JsonTree.Fields fields -> {
                out.append('{');
                ordered(fields.fields()).forEach(field -> {
                    begin('{', depth + 1, out);
                    escapes.write(field.getKey(), out);
                    write(field.getValue(), depth + 1, out.append(layout.colon()));
                });
                end(fields.fields().isEmpty(), '}', depth, out);
            }
        }
    }

    private List<Map.Entry<String, JsonTree>> ordered(List<Map.Entry<String, JsonTree>> fields) {
        return sorted
                ? fields.stream()
                        .sorted(Comparator.comparing(Map.Entry::getKey))
                        .toList()
                : fields;
    }

    private void begin(char opened, int depth, StringBuilder out) {
        boolean isFirst = out.charAt(out.length() - 1) == opened;
        out.append(isFirst ? "" : layout.comma()).append(layout.breakAt(depth));
    }

    private void end(boolean isEmpty, char closing, int depth, StringBuilder out) {
        out.append(isEmpty ? "" : layout.breakAt(depth)).append(closing);
    }
}
