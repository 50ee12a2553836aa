package dev.hookwarden.explain;

import dev.hookwarden.delivery.Payload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The body as it came, and what it may have been before something changed it. */
final class PayloadVariants {
    private static final int MOST_DECOMPRESSED = 10 * 1024 * 1024;

    private final Map<Payload, List<Cause>> causesByPayload = new LinkedHashMap<>();
    private final Payload received;

    private PayloadVariants(Payload received) {
        this.received = received;
        causesByPayload.put(received, List.of());
    }

    static List<Variant<Payload>> of(Payload received) {
        PayloadVariants variants = new PayloadVariants(received);
        variants.add(new byte[0], Mistake.PAYLOAD_EMPTY, "an empty body was signed");
        variants.addBytes();
        variants.addText();
        variants.received.text().ifPresent(variants::addRewritten);
        variants.addForm();
        return variants.causesByPayload.entrySet().stream()
                .map(variant -> new Variant<>(variant.getKey(), variant.getValue()))
                .toList();
    }

    private void add(byte[] bytes, Mistake mistake, String meaning) {
        causesByPayload.putIfAbsent(Payload.of(bytes), List.of(mistake.because(meaning)));
    }

    private void add(String text, Mistake mistake, String meaning) {
        add(text.getBytes(StandardCharsets.UTF_8), mistake, meaning);
    }

    private void addBytes() {
        add(
                Base64.getEncoder().encode(received.bytes()),
                Mistake.PAYLOAD_RECODED,
                "the body was signed in base64 and came decoded");
        byte[] once = decoded(received.bytes());
        add(once, Mistake.PAYLOAD_RECODED, "the body is still in base64; its decoded bytes were signed");
        add(decoded(once), Mistake.PAYLOAD_RECODED, "the body is in base64 twice over; its decoded bytes were signed");
        add(
                decompressed(received.bytes()),
                Mistake.PAYLOAD_RECODED,
                "the body is compressed; its plain bytes were signed");
        addRecoded(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8, "UTF-8 was signed and came as Latin-1");
        addRecoded(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, "Latin-1 was signed and came as UTF-8");
    }

    private void addRecoded(Charset came, Charset signed, String meaning) {
        add(new String(received.bytes(), came).getBytes(signed), Mistake.PAYLOAD_RECODED, meaning);
    }

    /** In Latin-1 every byte is a character, so that what isn't touched stays as it is. */
    private void addText() {
        String text = new String(received.bytes(), StandardCharsets.ISO_8859_1);
        addEnds(text + "\n", "the line break at its end was lost");
        addEnds(text + "\r\n", "the line break at its end was lost");
        addEnds(text.replaceFirst("\r?\n\\z", ""), "a line break was added at its end");
        addEnds(text.replace("\r\n", "\n"), "its line breaks LF became CR LF");
        addEnds(text.replace("\r\n", "\n").replace("\n", "\r\n"), "its line breaks CR LF became LF");
        addEnds(text.replaceAll("\r?\n", ""), "line breaks were added to it");
        addEnds(text.strip(), "blanks or line breaks were added around it");
        String byteOrderMark = "\u00EF\u00BB\u00BF";
        addEnds(byteOrderMark + text, "the byte order mark in front of it was lost");
        if (text.startsWith(byteOrderMark)) {
            addEnds(text.substring(byteOrderMark.length()), "a byte order mark was put in front of it");
        }
    }

    private void addEnds(String latin1, String meaning) {
        add(
                latin1.getBytes(StandardCharsets.ISO_8859_1),
                Mistake.PAYLOAD_LINE_ENDS,
                "the body was changed: " + meaning);
    }

    private void addRewritten(String text) {
        Optional<JsonTree> parsed = JsonTree.of(text);
        parsed.ifPresent(tree -> {
            for (JsonStyle style : Trials.isLarge(received) ? JsonStyle.usual() : JsonStyle.all()) {
                String meaning = "the body was parsed and written again on its way; it was signed " + style.words();
                add(style.write(tree), Mistake.PAYLOAD_RESERIALISED, meaning);
                add(style.write(tree) + "\n", Mistake.PAYLOAD_RESERIALISED, meaning + ", with a line break at its end");
            }
        });
        if (parsed.orElse(null) instanceof JsonTree.Text inner) {
            add(
                    inner.text(),
                    Mistake.PAYLOAD_RECODED,
                    "the body was written into a JSON string; what is in it was signed");
        }
    }

    private void addForm() {
        String text = new String(received.bytes(), StandardCharsets.UTF_8);
        String decoded = formDecoded(text);
        add(decoded, Mistake.PAYLOAD_RECODED, "the body is form-encoded; the plain text was signed");
        int equals = decoded.indexOf('=');
        if (equals >= 0) {
            String meaning = "the body is form-encoded; the value of its field alone was signed";
            add(decoded.substring(equals + 1), Mistake.PAYLOAD_RECODED, meaning);
        }
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        add(encoded, Mistake.PAYLOAD_RECODED, "a form-encoded body was signed, and came decoded");
        add(
                "payload=" + encoded,
                Mistake.PAYLOAD_RECODED,
                "a form with the field payload was signed, and its value came alone");
    }

    private static String formDecoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noForm) {
            return text;
        }
    }

    /** The bytes that were in base64, or the same when they weren't. */
    private static byte[] decoded(byte[] bytes) {
        try {
            String text = new String(bytes, StandardCharsets.ISO_8859_1).strip();
            return text.isEmpty() ? bytes : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return bytes;
        }
    }

    private static byte[] decompressed(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readNBytes(MOST_DECOMPRESSED);
        } catch (IOException notCompressed) {
            return bytes;
        }
    }
}
