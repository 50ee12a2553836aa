package dev.hookwarden.cli.capture;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A line of a file.
 *
 * @param number its place in the file, from 1 on
 */
record Line(int number, String text) {
    /** What curl puts before a line that it has sent, less the blank, which editors take off where nothing follows. */
    private static final String MARK = ">";

    /** The lines of a text with which a file begins. */
    static List<Line> of(String text) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .mapToObj(index -> new Line(index + 1, lines.get(index)))
                .toList();
    }

    boolean isSent() {
        return text.equals(MARK) || text.startsWith(MARK + " ");
    }

    /** The same line as it was sent. */
    Line withoutMark() {
        return new Line(number, text.substring(MARK.length()).stripLeading());
    }

    /** Its place alone: it may hold a signature. */
    @Override
    public String toString() {
        return "Line[" + number + "]";
    }
}
