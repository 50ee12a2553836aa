package dev.hookwarden.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands between two fences of a document. A block of commands says behind its fence what it is: {@code sh} is run by
 * {@link DocumentRun}; {@code sh exits=1} ends with that code; {@code sh needs=aws,jq} is left out where these are not installed; {@code sh ci} is a
 * step of {@code .ci/run}; {@code sh long} takes minutes, and people run it; {@code sh on-aws} needs an account.
 *
 * @param place the document and the line of its opening fence, as {@code README.md:31}
 * @param info the words behind the opening fence: the language first
 * @param lines without the indentation of the fence
 */
record DocumentBlock(String place, List<String> info, List<String> lines) {
    private static final String FENCE = "```";

    DocumentBlock {
        info = List.copyOf(info);
        lines = List.copyOf(lines);
    }

    /** Those of every document that people read, README first. */
    static List<DocumentBlock> ofAllDocuments(Path root) throws IOException {
        List<Path> documents = new ArrayList<>(List.of(root.resolve("README.md")));
        try (Stream<Path> files = Files.walk(root.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        documents.add(root.resolve("CONTRIBUTING.md"));
        documents.add(root.resolve("events/README.md"));
        List<DocumentBlock> blocks = new ArrayList<>();
        for (Path document : documents) {
            blocks.addAll(of(root.relativize(document).toString(), Files.readAllLines(document)));
        }
        return blocks;
    }

    static List<DocumentBlock> of(String document, List<String> lines) {
        List<DocumentBlock> blocks = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            if (isFence(lines.get(at))) {
                int end = at + 1;
                while (end < lines.size() && !isFence(lines.get(end))) {
                    end++;
                }
                blocks.add(between(document, lines, at, end));
                at = end;
            }
        }
        return blocks;
    }

    private static boolean isFence(String line) {
        return line.stripLeading().startsWith(FENCE);
    }

    private static DocumentBlock between(String document, List<String> lines, int fence, int end) {
        String opening = lines.get(fence);
        int indent = opening.indexOf(FENCE);
        return new DocumentBlock(
                document + ":" + (fence + 1),
                List.of(opening.strip().substring(FENCE.length()).split(" ")),
                lines.subList(fence + 1, end).stream()
                        .map(line -> line.substring(Math.min(indent, line.length())))
                        .toList());
    }

    boolean isOf(String language) {
        return info.getFirst().equals(language);
    }

    boolean has(String word) {
        return info.contains(word);
    }

    /** What stands behind {@code name=}, or the other text where that isn't said. */
    String value(String name, String otherwise) {
        return info.stream()
                .filter(word -> word.startsWith(name + "="))
                .map(word -> word.substring(name.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }

    /** Its commands, each in one line. */
    List<String> commands() {
        return String.join("\n", lines)
                .replaceAll("\\\\\n\\s*", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    String text() {
        return String.join("\n", lines);
    }
}
