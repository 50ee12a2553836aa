package dev.hookwarden.signing;

import dev.hookwarden.http.Headers;
import java.util.regex.Pattern;

/** The headers of a webhook's vector: an object of names, each with a value or with a list of values. */
final class VectorHeaders {
    /** RFC 9110, section 5.6.2: what a header's name is made of. */
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private VectorHeaders() {}

    static Headers of(VectorField named) {
        if (!named.value().isObject()) {
            throw named.unreadable(
                    "is " + named.kind() + "; write an object, {\"X-Signature\": \"...\"}, or {} for none");
        }
        Headers.Builder headers = new Headers.Builder();
        named.value().properties().forEach(property -> {
            VectorField header =
                    new VectorField(named.where(), named.name() + "." + property.getKey(), property.getValue());
            if (!NAME.matcher(property.getKey()).matches()) {
                throw header.unreadable("is no name that a header can have; write it without blanks and colons");
            }
            header.oneOrMore().forEach(value -> headers.add(property.getKey(), text(value)));
        });
        return headers.build();
    }

    /** A time is often written as a number. */
    private static String text(VectorField value) {
        return value.value().isIntegralNumber() ? value.value().asText() : value.text();
    }
}
