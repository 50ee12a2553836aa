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

    /** What curl puts before a line that it has sent. */
    private static final String SENT = "> ";

    private LinesCapture() {}

    static Capture read(byte[] file) {
        // In Latin-1 every byte is a character, so that places in the text are places in the file.
        String text = new String(file, StandardCharsets.ISO_8859_1);
        if (text.startsWith(SENT) || text.contains("\n" + SENT)) {
            return new Capture(headers(sent(text)), Optional.empty(), Optional.empty());
        }
        Matcher emptyLine = EMPTY_LINE.matcher(text);
        boolean isSplit = emptyLine.find();
        int end = isSplit ? emptyLine.end() : file.length;
        Optional<Payload> payload = end < file.length
                ? Optional.of(Payload.of(Arrays.copyOfRange(file, end, file.length)))
                : Optional.empty();
        List<String> lines =
                text.substring(0, isSplit ? emptyLine.start() : end).lines().toList();
        return new Capture(headers(lines), payload, Optional.empty());
    }

    /** Curl shows what it does and what comes back between the headers that it sends, and no body. */
    private static List<String> sent(String text) {
        return text.lines()
                .filter(line -> line.startsWith(SENT))
                .map(line -> line.substring(SENT.length()))
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static Headers headers(List<String> lines) {
        Headers.Builder headers = new Headers.Builder();
        for (int index = 0; index < lines.size(); index++) {
            Matcher header = HEADER.matcher(lines.get(index));
            if (header.matches()) {
                headers.add(header.group(1), header.group(2).strip());
            } else if (index > 0 || !REQUEST_LINE.matcher(lines.get(index)).matches()) {
                throw new MalformedCaptureException("line " + (index + 1) + " is no header; each is \"name: value\"");
            }
        }
        return headers.build();
    }
}
