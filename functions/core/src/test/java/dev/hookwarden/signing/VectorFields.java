package dev.hookwarden.signing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of one JSON object in a file of vectors. A name may be written in any case and with {@code _} or {@code -} in it. Other names
 * than those known are passed over, unless one differs from a known name in a single place: then it is an error.
 *
 * @param where the file and, inside it, the vector
 */
record VectorFields(String where, Map<String, VectorField> byName) {
    static VectorFields of(VectorField object, List<String> known) {
        if (!object.value().isObject()) {
            throw object.unreadable("is " + object.kind() + "; write an object, {\"name\": value}");
        }
        String where = object.path() + (object.name().isEmpty() ? "" : label(object));
        Map<String, VectorField> fields = new LinkedHashMap<>();
        object.value().properties().forEach(property -> {
            VectorField field = new VectorField(where, property.getKey(), property.getValue());
            VectorSpelling.meant(field.name(), known).ifPresent(right -> {
                throw field.unreadable("looks like " + right + "; write " + right + ", or call it something else");
            });
            VectorField before = fields.putIfAbsent(VectorSpelling.plain(field.name()), field);
            if (before != null) {
                throw field.unreadable("is " + before.name() + " once more; leave one of them out");
            }
        });
        return new VectorFields(where, fields);
    }

    /** What a person calls it, to find it by. */
    private static String label(VectorField object) {
        return object.value().has("tcId")
                ? " (tcId " + object.value().path("tcId").asText() + ")"
                : Stream.of("name", "comment", "description")
                        .map(object.value()::path)
                        .filter(value -> value.isTextual())
                        .map(value -> " \"" + value.textValue() + "\"")
                        .findFirst()
                        .orElse("");
    }

    IllegalArgumentException unreadable(String problem) {
        return new IllegalArgumentException(where + ": " + problem);
    }

    /** The field that has the first of these names that is there. */
    Optional<VectorField> first(String... names) {
        return Arrays.stream(names)
                .map(name -> byName.get(VectorSpelling.plain(name)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The one field that has any of these names. */
    VectorField only(String... names) {
        List<VectorField> found =
                Arrays.stream(names).flatMap(name -> first(name).stream()).toList();
        if (found.size() > 1) {
            throw unreadable(found.stream().map(VectorField::name).collect(Collectors.joining(" and "))
                    + " exclude each other; leave all but one out");
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() ->
                        unreadable(String.join(" or ", names) + " is missing; write it as vectors/README.md shows"));
    }
}
