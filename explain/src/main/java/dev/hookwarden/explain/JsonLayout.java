package dev.hookwarden.explain;

/** Where writers of JSON put blanks and line breaks. */
enum JsonLayout {
    COMPACT("written compactly", "", ",", ":"),
    BLANKS("written with blanks after : and ,", "", ", ", ": "),
    TWO("indented by 2 blanks", "  ", ",", ": "),
    FOUR("indented by 4 blanks", "    ", ",", ": "),
    TAB("indented by tabs", "\t", ",", ": "),
    TWO_AND_COLON("indented by 2 blanks with blanks around :", "  ", ",", " : ");

    private final String words;
    private final String indent;
    private final String comma;
    private final String colon;

    JsonLayout(String words, String indent, String comma, String colon) {
        this.words = words;
        this.indent = indent;
        this.comma = comma;
        this.colon = colon;
    }

    String words() {
        return words;
    }

    String comma() {
        return comma;
    }

    String colon() {
        return colon;
    }

    /** What stands before an item at this depth. */
    String breakAt(int depth) {
        return indent.isEmpty() ? "" : "\n" + indent.repeat(depth);
    }
}
