package dev.hookwarden.cli.capture;

import dev.hookwarden.delivery.Payload;
import dev.hookwarden.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Headers as they travel (RFC 9112, section 5), or as {@code curl --verbose} shows them. */
final class LinesCapture {
    private static final Pattern EMPTY_LINE = Pattern.compile("(?:^|\n)[ \t]*\r?\n");
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):(.*)", Pattern.DOTALL);

    /** {@code POST /path HTTP/1.1}. */
    private static final Pattern REQUEST_LINE = Pattern.compile("[A-Z]+ \\S+ HTTP/\\S+");

    private LinesCapture() {}

    static Capture read(byte[] file) {
        // In Latin-1 every byte is a character, so that places in the text are places in the file.
        String text = new String(file, StandardCharsets.ISO_8859_1);
        Matcher emptyLine = EMPTY_LINE.matcher(text);
        boolean isSplit = emptyLine.find();
        int end = isSplit ? emptyLine.end() : file.length;
        List<Line> lines = Line.of(text.substring(0, isSplit ? emptyLine.start() : end));
        // Only what comes before a body says what the file is: a body may hold any lines.
        if (lines.stream().anyMatch(Line::isSent)) {
            return new Capture(headers(sent(lines)), Optional.empty(), Optional.empty());
        }
        Optional<Payload> payload = end < file.length
                ? Optional.of(Payload.of(Arrays.copyOfRange(file, end, file.length)))
                : Optional.empty();
        return new Capture(headers(lines), payload, Optional.empty());
    }

    /** Curl shows what it does and what comes back between the headers that it sends, and no body. */
    private static List<Line> sent(List<Line> lines) {
        return lines.stream()
                .filter(Line::isSent)
                .map(Line::withoutMark)
                .takeWhile(line -> !line.text().isBlank())
                .toList();
    }

    private static Headers headers(List<Line> lines) {
        Headers.Builder headers = new Headers.Builder();
        for (Line line : lines) {
            Matcher header = HEADER.matcher(line.text());
            if (header.matches()) {
                headers.add(header.group(1), header.group(2).strip());
            } else if (!line.equals(lines.getFirst())
                    || !REQUEST_LINE.matcher(line.text()).matches()) {
                throw new MalformedCaptureException("line " + line.number() + " is no header; each is \"name: value\"");
            }
        }
        return headers.build();
    }
}
