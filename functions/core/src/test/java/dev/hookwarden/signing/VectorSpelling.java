package dev.hookwarden.signing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the names of fields are compared: without regard to case, {@code _} and {@code -}. */
final class VectorSpelling {
    /** A shorter name has too many neighbours. */
    private static final int LONG_ENOUGH_TO_BE_MISSPELT = 5;

    private VectorSpelling() {}

    static String plain(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }

    /** The known name that is written here with a single mistake; empty if it is written well, or is another name. */
    static Optional<String> meant(String name, List<String> known) {
        String plain = plain(name);
        return known.stream().map(VectorSpelling::plain).anyMatch(plain::equals)
                ? Optional.empty()
                : known.stream()
                        .filter(right -> right.length() >= LONG_ENOUGH_TO_BE_MISSPELT)
                        .filter(right -> differInOnePlace(plain, plain(right)))
                        .findFirst();
    }

    /** Whether one letter is more, less or another one, or two neighbours are exchanged. */
    private static boolean differInOnePlace(String one, String other) {
        int start = Math.max(0, Arrays.mismatch(one.toCharArray(), other.toCharArray()));
        String oneRest = one.substring(start);
        String otherRest = other.substring(start);
        while (!oneRest.isEmpty()
                && !otherRest.isEmpty()
                && oneRest.endsWith(otherRest.substring(otherRest.length() - 1))) {
            oneRest = oneRest.substring(0, oneRest.length() - 1);
            otherRest = otherRest.substring(0, otherRest.length() - 1);
        }
        boolean exchanged = oneRest.length() == 2
                && new StringBuilder(oneRest).reverse().toString().equals(otherRest);
        return exchanged || Math.max(oneRest.length(), otherRest.length()) <= 1;
    }
}
