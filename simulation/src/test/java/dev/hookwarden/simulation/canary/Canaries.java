package dev.hookwarden.simulation.canary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Values that must not show, and the forms in which they would: as they are, in hex, in base64 of either alphabet, percent-encoded. */
public final class Canaries {
    /** Shorter ones stand in too many innocent texts. */
    public static final int SHORTEST = 12;

    /** How many of a form's last characters find it. */
    private static final int END = Long.BYTES;

    private final Map<Long, List<Form>> formsByEnd = new HashMap<>();
    private final Map<Long, List<Form>> hexByEnd = new HashMap<>();
    private int size;

    private record Form(String name, String text) {}

    /**
     * Adds a value.
     *
     * @param name says which one it was, without telling it
     * @throws IllegalArgumentException if it is too short to be looked for
     */
    public Canaries add(String name, String value) {
        List<String> forms = forms(value);
        index(hexByEnd, new Form(name, forms.getFirst()));
        forms.stream().skip(1).forEach(form -> index(formsByEnd, new Form(name, form)));
        size++;
        return this;
    }

    private static void index(Map<Long, List<Form>> byEnd, Form form) {
        long end = 0;
        for (int at = form.text().length() - END; at < form.text().length(); at++) {
            end = (end << Byte.SIZE) | (form.text().charAt(at) & 0xFF);
        }
        byEnd.computeIfAbsent(end, any -> new ArrayList<>(1)).add(form);
    }

    /** The name of a value that stands in this text in some form. */
    public Optional<String> in(String text) {
        return find(formsByEnd, text).or(() -> find(hexByEnd, text.toLowerCase(Locale.ROOT)));
    }

    /** One pass over the text, however many values there are. */
    private static Optional<String> find(Map<Long, List<Form>> byEnd, String text) {
        long end = 0;
        for (int at = 0; at < text.length(); at++) {
            end = (end << Byte.SIZE) | (text.charAt(at) & 0xFF);
            for (Form form : byEnd.getOrDefault(end, List.of())) {
                if (text.startsWith(form.text(), at + 1 - form.text().length())) {
                    return Optional.of(form.name());
                }
            }
        }
        return Optional.empty();
    }

    public int size() {
        return size;
    }

    /** Hex first, in lower case; then the others. */
    private static List<String> forms(String value) {
        if (value.length() < SHORTEST) {
            throw new IllegalArgumentException("Too short to be looked for: " + value.length() + " characters");
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        List<String> forms = new ArrayList<>();
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(value);
        forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        for (int before = 0; before < 3; before++) {
            forms.add(inner(Base64.getEncoder(), bytes, before));
            forms.add(inner(Base64.getUrlEncoder(), bytes, before));
        }
        return forms.stream().distinct().toList();
    }

    /** Those characters of the base64 that depend on the value alone, when so many other bytes stand before it. */
    private static String inner(Base64.Encoder encoder, byte[] value, int before) {
        byte[] moved = new byte[before + value.length];
        System.arraycopy(value, 0, moved, before, value.length);
        String text = encoder.withoutPadding().encodeToString(moved);
        int whole = moved.length / 3 * 4;
        return text.substring(before == 0 ? 0 : 4, Math.max(before == 0 ? 0 : 4, whole));
    }
}
